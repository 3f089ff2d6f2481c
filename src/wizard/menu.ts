import { Failure } from '../errors.ts';
import { printSetup, saveSetup, targetOf } from '../output/target.ts';
import { warn } from '../output/voice.ts';
import type { Setup } from '../setup/schema.ts';
import type { Tools } from './tools.ts';

/** What the menu remembers from one choice to the next. */
export interface Kept {
  /** The pair is in a file, so it is not lost. */
  readonly pairIsSaved: boolean;
  /** A setup file that `--from` can start from. */
  readonly file?: string | undefined;
}

interface Action {
  readonly name: string;
  readonly run: (setup: Setup, kept: Kept, tools: Tools) => Promise<Kept>;
}

const actions: readonly Action[] = [
  { name: 'Save to a file', run: save },
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
): Promise<Kept> {
  let kept = start;
  for (;;) {
    const action = await askAction(kept, tools);
    if (action === undefined) return kept;
    kept = await action.run(setup, kept, tools);
    remember(kept);
  }
}

async function askAction({ pairIsSaved }: Kept, { prompts }: Tools): Promise<Action | undefined> {
  const done = pairIsSaved ? 'Done' : 'Done, without saving: the PKCE pair will be lost';
  return prompts.select<Action | undefined>({
    message: 'What next?',
    choices: [
      ...actions.map((action) => ({ value: action, name: action.name })),
      { value: undefined, name: done },
    ],
  });
}

async function print(setup: Setup, kept: Kept, { world }: Tools, showSecrets: boolean): Promise<Kept> {
  await printSetup(setup, 'text', showSecrets, world);
  return kept;
}

async function verify(setup: Setup, kept: Kept, tools: Tools): Promise<Kept> {
  const { verifyInWizard } = await import('./verify.ts');
  await tellFailure(tools, () => verifyInWizard(setup, tools));
  return kept;
}

async function save(setup: Setup, kept: Kept, tools: Tools): Promise<Kept> {
  const { prompts, world } = tools;
  const path = await prompts.text({
    message: 'File (.json to go on from it later; .env .md .txt)',
    initial: kept.file ?? 'zoominfo.json',
    validate: (typed) => failureOf(() => targetOf({ output: typed })) ?? true,
  });
  const { format } = targetOf({ output: path });
  const exists = world.files.exists(path);
  if (
    exists &&
    !(await prompts.confirm({ message: `${path} is already there. Replace it?`, initial: false }))
  )
    return kept;
  const isSaved = await tellFailure(tools, () =>
    saveSetup(setup, format, path, { force: exists, newPkce: false }, world),
  );
  return isSaved ? { pairIsSaved: true, file: format === 'json' ? path : kept.file } : kept;
}

/** What fails here must not end the wizard, whose pair may not be saved yet. */
async function tellFailure({ world }: Tools, run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    await warn(world, [error.message, ...error.details].join(' '));
    return false;
  }
}

function failureOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}
