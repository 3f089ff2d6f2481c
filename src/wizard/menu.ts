import type { Context } from '../context/context.ts';
import { Failure, Interruption } from '../errors.ts';
import { labels } from '../facts/labels.ts';
import { openSheet } from '../output/copy-sheet.ts';
import { pairsLost, verifiersOf } from '../output/pair-guard.ts';
import { printSetup, saveSetup } from '../output/save-setup.ts';
import { type Format, formatExtensions, formatOfFile } from '../render/format-names.ts';
import type { Setup } from '../setup-file/schema.ts';
import { environmentValue } from '../terminal/environment.ts';
import { say, warn } from '../terminal/log.ts';
import { accepted, refused } from '../text/result.ts';
import { type Kept, type Progress, unsaved } from './progress.ts';
import type { Tools } from './tools.ts';

interface Action {
  readonly name: string;
  readonly run: (setup: Setup, kept: Kept, tools: Tools) => Promise<Kept>;
}

const actions: readonly Action[] = [
  { name: 'Save to a file', run: save },
  { name: 'Open the copy sheet', run: open },
  {
    name: `Print all values, the ${labels.clientSecret} hidden`,
    run: (setup, kept, tools) => print(setup, kept, tools, false),
  },
  {
    name: `Print all values, the ${labels.clientSecret} too`,
    run: (setup, kept, tools) => print(setup, kept, tools, true),
  },
  { name: 'Verify', run: verify },
];

/** Offers what can be done with the finished setup, again and again until Done. */
export async function menu(setup: Setup, tools: Tools, progress: Progress): Promise<void> {
  for (;;) {
    const action = await promptForAction(progress.kept, tools);
    if (action === undefined) return;
    progress.kept = await attempt(action, setup, progress.kept, tools);
  }
}

/** Neither a failure nor a wait that the user ends must end the wizard, whose pair may not be saved yet. */
async function attempt(action: Action, setup: Setup, kept: Kept, tools: Tools): Promise<Kept> {
  const { stderr, untilSignal } = tools.context;
  try {
    return await untilSignal(() => action.run(setup, kept, tools));
  } catch (error) {
    if (error instanceof Interruption && error.kind === 'interrupted' && error.at === 'wait') {
      await say(stderr, '\nCancelled.');
      return kept;
    }
    if (!(error instanceof Failure)) throw error;
    await warn(stderr, error.message, { details: error.details });
    return kept;
  }
}

async function promptForAction({ saved }: Kept, { prompts }: Tools): Promise<Action | undefined> {
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

const { json, ...others } = formatExtensions;
const otherExtensions = Object.values(others).join(' ');
const oneExtension = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format([
  json,
  ...Object.values(others),
]);

async function save(setup: Setup, kept: Kept, tools: Tools): Promise<Kept> {
  const { prompts, context, startFile } = tools;
  const typed = await prompts.text({
    message: `File (${json} to go on from it later; ${otherExtensions})`,
    initial: kept.file ?? startFile ?? 'zoominfo.json',
    validate: (text) =>
      formatOfFile(text.trim()) === undefined ? refused(`End the name in ${oneExtension}.`) : accepted(text),
  });
  const path = typed.trim().replace(/^~(?=[\\/])/, () => homeOf(context));
  const format = formatOfFile(path) ?? 'json';
  const exists = context.files.exists(path);
  if (exists) context.files.check(path, { force: true });
  if (exists && !(await mayReplace(setup, format, path, tools))) return kept;
  await saveSetup(setup, format, path, { force: exists, newPkce: exists }, context);
  return { saved: 'everything', file: format === 'json' ? path : kept.file, written: path };
}

/** Windows calls it USERPROFILE. Without either, `~` is left for the message that says so. */
const homeOf = ({ env }: Pick<Context, 'env'>): string =>
  environmentValue(env, 'HOME') ?? environmentValue(env, 'USERPROFILE') ?? '~';

async function mayReplace(
  setup: Setup,
  format: Format,
  path: string,
  { prompts, context }: Tools,
): Promise<boolean> {
  let loss = '';
  const guard = (existing: Uint8Array): void => {
    if (pairsLost(existing, verifiersOf(setup, format)))
      loss = ' It holds another PKCE pair, which would be lost.';
  };
  context.files.check(path, { force: true, guard });
  return prompts.confirm({ message: `${path} is already there.${loss} Replace it?`, initial: false });
}
