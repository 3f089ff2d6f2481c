import type { Context } from '../context/context.ts';
import { Failure } from '../errors.ts';
import { pairsLost, verifiersOf } from '../output/pair-guard.ts';
import { saveSetup } from '../output/save-setup.ts';
import { refuseLosingSource } from '../output/target.ts';
import { formatExtensions, formatOfFile } from '../render/format-names.ts';
import type { Setup } from '../setup-file/schema.ts';
import { environmentValue } from '../terminal/environment.ts';
import { explain, say, warn } from '../terminal/log.ts';
import { accepted, refused } from '../text/result.ts';
import { alternatives } from '../text/word-list.ts';
import { type Kept, type KeptFile, keptAfter, type Progress } from './progress.ts';
import { type Tools, visibleText } from './tools.ts';

const { json, ...others } = formatExtensions;
const otherExtensions = Object.values(others).join(', ');
const everyExtension = alternatives([json, ...Object.values(others)]);

/** Saves to the setup file that the run started from. */
export async function saveToStartFile(
  setup: Setup,
  tools: Tools & { readonly startFile: string },
  progress: Progress,
): Promise<void> {
  await saveTo({ path: tools.startFile, format: 'json' }, setup, tools, progress);
}

/** Prompts for a file until one is saved, in the format that its extension names, or the user leaves the path blank. */
export async function saveAs(setup: Setup, tools: Tools, progress: Progress): Promise<void> {
  const { stderr } = tools.context;
  let typed = presetPath(tools, progress.kept);
  for (;;) {
    typed = await promptForPath(typed, setup, tools);
    if (typed === '') return;
    const path = typed.replace(/^~(?=[\\/])/, () => homeOf(tools.context));
    try {
      if (await saveTo({ path, format: formatOfFile(path) ?? 'json' }, setup, tools, progress)) return;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      await warn(stderr, error.message, { details: error.details, keep: [path] });
    }
    await explain(stderr, 'To return to the menu, leave the path blank.');
  }
}

/** A setup file under another extension can't be overwritten with the format that this extension names. */
const presetPath = ({ startFile }: Tools, kept: Kept | undefined): string =>
  [kept?.file?.path, startFile].find((path) => path !== undefined && formatOfFile(path) === 'json') ??
  'zoominfo.json';

async function promptForPath(initial: string, setup: Setup, { prompts }: Tools): Promise<string> {
  const { clientSecret, pkce } = setup;
  const secrets = { clientSecret, codeVerifier: pkce.codeVerifier };
  const typed = await prompts.text({
    message: `Save as (${json} to resume later; or ${otherExtensions})`,
    doneMessage: 'Save as',
    initial,
    answered: (text) => text.trim() || '(not saved)',
    ...visibleText('The path', secrets, (text) =>
      text.trim() === '' || formatOfFile(text.trim()) !== undefined
        ? accepted(text)
        : refused(`Use a file name that ends in ${everyExtension}.`),
    ),
  });
  return typed.trim();
}

/** Windows calls it USERPROFILE. Without either, `~` is kept, and the error message shows it. */
const homeOf = ({ env }: Pick<Context, 'env'>): string =>
  environmentValue(env, 'HOME') ?? environmentValue(env, 'USERPROFILE') ?? '~';

type Target = Pick<KeptFile, 'path' | 'format'>;

/** Whether the file was saved; not if the user wants to keep an existing one. @throws Failure */
async function saveTo(target: Target, setup: Setup, tools: Tools, progress: Progress): Promise<boolean> {
  const { path, format } = target;
  const exists = tools.context.files.exists(path);
  if (exists && !(await mayOverwrite(target, setup, tools, progress.kept))) return false;
  await saveSetup(setup, format, path, { force: exists, newPkce: exists }, tools.context);
  progress.kept = keptAfter({ ...target, setup }, progress.kept);
  await say(tools.context.stderr);
  return true;
}

/** A file that this run has read or written is overwritten without asking, unless a pair would be lost. */
async function mayOverwrite(
  target: Target,
  setup: Setup,
  { prompts, context, startFile }: Tools,
  kept: Kept | undefined,
): Promise<boolean> {
  const { path, format } = target;
  const file = kept?.file?.path;
  for (const source of [startFile, file]) refuseLosingSource(source, target, context);
  let losesPair = false;
  const guard = (existing: Uint8Array): void => {
    losesPair = pairsLost(existing, verifiersOf(setup, format));
  };
  await context.files.check(path, { force: true, guard });
  const own = [startFile, file, kept?.written?.path].filter((each) => each !== undefined);
  if (!losesPair && own.some((each) => context.files.isSame(path, each))) return true;
  const loss = losesPair ? ' and contains a different PKCE pair, which would be lost' : '';
  return prompts.confirm({ message: `${path} already exists${loss}. Overwrite it?`, initial: false });
}
