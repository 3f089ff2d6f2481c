import { labels, registrationFields } from '../facts/labels.ts';
import { printSetup } from '../output/output-setup.ts';
import type { Setup } from '../setup-file/schema.ts';
import { explain, say } from '../terminal/log.ts';
import { allOf } from '../text/word-list.ts';
import { attempt } from './attempt.ts';
import { openCopySheet } from './enter-values.ts';
import { type Progress, type Quitting, quitting, savedOf } from './progress.ts';
import { changeAnswers, review } from './review.ts';
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
  { name: changeAnswers, run: changeInReview },
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
export async function menu(tools: Tools, progress: Progress): Promise<void> {
  for (;;) {
    const setup = tools.build(progress.draft);
    const quit = quitting[savedOf(setup, progress.kept)];
    const action = await promptForAction(tools, quit);
    if (action !== undefined) await attempt(() => action.run(setup, tools, progress), tools.context);
    else if (await mayQuit(tools, quit)) return;
  }
}

async function promptForAction(tools: Tools, { choice }: Quitting): Promise<Action | undefined> {
  return tools.prompts.select<Action | undefined>({
    message: 'What would you like to do next?',
    doneMessage: 'Next:',
    choices: [
      ...[...savingActions(tools), ...actions].map((action) => ({ value: action, name: action.name })),
      { value: undefined, ...choice },
    ],
  });
}

async function mayQuit({ prompts }: Tools, { question }: Quitting): Promise<boolean> {
  return question === undefined || prompts.confirm({ message: question, initial: false });
}

/** Returns to the review, and says what to update if the values are already in Jitterbit. */
async function changeInReview(before: Setup, tools: Tools, progress: Progress): Promise<void> {
  const { stderr } = tools.context;
  await review(tools, progress);
  const after = tools.build(progress.draft);
  const changed = registrationFields.filter((field) => `${after[field]}` !== `${before[field]}`);
  if (changed.length === 0) return;
  const fields = allOf(changed.map((field) => labels[field]));
  await explain(stderr, `If you've already entered the values in Jitterbit, update the ${fields} there.`);
  await say(stderr);
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
