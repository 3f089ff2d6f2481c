import type { Context } from '../context/context.ts';
import { Failure } from '../errors.ts';
import { openSheet } from '../output/copy-sheet.ts';
import { pairsLost, printSetup, saveSetup, verifiersOf } from '../output/target.ts';
import { type Format, formatOfFile } from '../render/format-names.ts';
import type { Setup } from '../setup-file/schema.ts';
import { warn } from '../terminal/log.ts';
import { largestSetup } from '../text/limits.ts';
import type { Tools } from './draft.ts';

/** How much of the setup is in a file. */
type Saved = 'everything' | 'pair' | 'nothing';

/** What the menu remembers from one choice to the next. */
export interface Kept {
  readonly saved: Saved;
  /** A setup file that `--from` can start from. */
  readonly file?: string | undefined;
  /** What was written last, in whatever format. */
  readonly written?: string;
}

/** What leaving means when not everything is saved: said in the menu before, and as a warning behind. */
export const unsaved: Record<Saved, { readonly done: string; readonly warning?: string }> = {
  everything: { done: 'Done' },
  pair: { done: 'Done, without saving the changes', warning: 'The changes were not saved.' },
  nothing: {
    done: 'Done, without saving: the PKCE pair will be lost',
    warning: 'The PKCE pair was not saved: it is lost now, unless you have copied it.',
  },
};

/** What the file that the run started from holds of the setup already. */
export function keptIn(setup: Setup, base: Setup | undefined, file: string | undefined): Kept {
  if (base?.pkce.codeVerifier !== setup.pkce.codeVerifier) return { saved: 'nothing' };
  const isSame = JSON.stringify(setup) === JSON.stringify(base);
  return isSame ? { saved: 'everything', file } : { saved: 'pair' };
}

interface Action {
  readonly name: string;
  readonly run: (setup: Setup, kept: Kept, tools: Tools) => Promise<Kept>;
}

const actions: readonly Action[] = [
  { name: 'Save to a file', run: save },
  { name: 'Open the copy sheet', run: open },
  {
    name: 'Print all values, the Client Secret hidden',
    run: (setup, kept, tools) => print(setup, kept, tools, false),
  },
  {
    name: 'Print all values, the Client Secret too',
    run: (setup, kept, tools) => print(setup, kept, tools, true),
  },
  { name: 'Verify', run: verify },
];

/** Offers what can be done with the finished setup, again and again until Done. `remember` is told after each choice. */
export async function menu(
  setup: Setup,
  start: Kept,
  tools: Tools,
  remember: (kept: Kept) => void,
): Promise<void> {
  let kept = start;
  for (;;) {
    const action = await askAction(kept, tools);
    if (action === undefined) return;
    kept = await attempt(action, setup, kept, tools);
    remember(kept);
  }
}

/** What fails here must not end the wizard, whose pair may not be saved yet. */
async function attempt(action: Action, setup: Setup, kept: Kept, tools: Tools): Promise<Kept> {
  try {
    return await action.run(setup, kept, tools);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    await warn(tools.context.stderr, [error.message, ...error.details].join(' '));
    return kept;
  }
}

async function askAction({ saved }: Kept, { prompts }: Tools): Promise<Action | undefined> {
  return prompts.select<Action | undefined>({
    message: 'What next?',
    choices: [
      ...actions.map((action) => ({ value: action, name: action.name })),
      { value: undefined, name: unsaved[saved].done },
    ],
  });
}

async function print(setup: Setup, kept: Kept, { context }: Tools, showSecrets: boolean): Promise<Kept> {
  await printSetup(setup, 'text', showSecrets, context);
  return kept;
}

async function open(setup: Setup, kept: Kept, { context, noOpen }: Tools): Promise<Kept> {
  await openSheet(setup, { enterEnds: true, startBrowser: !noOpen }, context);
  return kept;
}

async function verify(setup: Setup, kept: Kept, tools: Tools): Promise<Kept> {
  const { verifyInWizard } = await import('./verify-setup.ts');
  await verifyInWizard(setup, tools);
  return kept;
}

async function save(setup: Setup, kept: Kept, tools: Tools): Promise<Kept> {
  const { prompts, context, startFile } = tools;
  const typed = await prompts.text({
    message: 'File (.json to go on from it later; .env .md .html .txt)',
    initial: kept.file ?? startFile ?? 'zoominfo.json',
    validate: (text) =>
      formatOfFile(text.trim()) !== undefined || 'End the name in .json, .env, .md, .html or .txt.',
  });
  const path = typed.trim().replace(/^~(?=[\\/])/, () => homeOf(context));
  const format = formatOfFile(path) ?? 'json';
  const exists = context.files.exists(path);
  if (exists && !(await mayReplace(setup, format, path, tools))) return kept;
  await saveSetup(setup, format, path, { force: exists, newPkce: exists }, context);
  return { saved: 'everything', file: format === 'json' ? path : kept.file, written: path };
}

/** Windows calls it USERPROFILE. */
const homeOf = ({ env }: Context): string => env.HOME ?? env.USERPROFILE ?? '~';

async function mayReplace(
  setup: Setup,
  format: Format,
  path: string,
  { prompts, context }: Tools,
): Promise<boolean> {
  const existing = (await context.files.read(path, largestSetup)).toString('utf8');
  const loss = pairsLost(existing, verifiersOf(setup, format))
    ? ' It holds another PKCE pair, which would be lost.'
    : '';
  return prompts.confirm({ message: `${path} is already there.${loss} Replace it?`, initial: false });
}
