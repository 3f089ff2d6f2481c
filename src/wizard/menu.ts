import { labels } from '../facts/labels.ts';
import { printSetup } from '../output/output-setup.ts';
import type { Setup } from '../setup-file/schema.ts';
import { say } from '../terminal/log.ts';
import { attempt } from './attempt.ts';
import { openCopySheet } from './enter-values.ts';
import { type Progress, quitting } from './progress.ts';
import { saveAs, saveToStartFile } from './saving.ts';
import { stepThroughConsoles } from './step-through.ts';
import type { Tools } from './tools.ts';

interface Action {
  readonly name: string;
  readonly run: (setup: Setup, tools: Tools, progress: Progress) => Promise<void>;
}

const actions: readonly Action[] = [
  { name: 'Open the copy sheet', run: openCopySheet },
  { name: 'Enter the values step by step', run: stepThroughConsoles },
  { name: `Print all values (${labels.clientSecret} hidden)`, run: printValues(false) },
  { name: `Print all values, including the ${labels.clientSecret}`, run: printValues(true) },
  { name: 'Verify', run: verify },
  { name: 'Diagnose a failed sign-in', run: diagnose },
];

/** Saving comes first; saving to the start file doesn't ask. */
function savingActions({ startFile }: Tools): Action[] {
  if (startFile === undefined) return [{ name: 'Save to a file', run: saveAs }];
  return [
    {
      name: `Save to ${startFile}`,
      run: (setup, tools, progress) => saveToStartFile(setup, { ...tools, startFile }, progress),
    },
    { name: 'Save to another file', run: saveAs },
  ];
}

/** Offers what can be done with the finished setup, until the user is done. */
export async function menu(setup: Setup, tools: Tools, progress: Progress): Promise<void> {
  for (;;) {
    const action = await promptForAction(tools, progress);
    if (action !== undefined) await attempt(() => action.run(setup, tools, progress), tools.context);
    else if (await mayQuit(tools, progress)) return;
  }
}

async function promptForAction(tools: Tools, { kept }: Progress): Promise<Action | undefined> {
  return tools.prompts.select<Action | undefined>({
    message: 'What would you like to do next?',
    doneMessage: 'Next:',
    choices: [
      ...[...savingActions(tools), ...actions].map((action) => ({ value: action, name: action.name })),
      { value: undefined, ...quitting[kept.saved].choice },
    ],
  });
}

async function mayQuit({ prompts }: Tools, { kept }: Progress): Promise<boolean> {
  const { question } = quitting[kept.saved];
  return question === undefined || prompts.confirm({ message: question, initial: false });
}

function printValues(showSecrets: boolean): Action['run'] {
  return async (setup, { context }) => {
    await say(context.stderr);
    await printSetup(setup, 'text', showSecrets, context);
    await say(context.stderr);
  };
}

async function diagnose(setup: Setup, tools: Tools, progress: Progress): Promise<void> {
  const { diagnoseInWizard } = await import('./diagnose-setup.ts');
  await diagnoseInWizard(setup, tools, progress);
}

async function verify(setup: Setup, tools: Tools, progress: Progress): Promise<void> {
  const { verifyInWizard } = await import('./verify-setup.ts');
  await verifyInWizard(setup, tools, progress);
}
