import { settleMixUp } from './mix-up.ts';
import type { Progress } from './progress.ts';
import { review } from './review.ts';
import { introduce, promptForMissing } from './steps.ts';
import type { Tools } from './tools.ts';

/** Prompts for what is missing, then for a review. `progress` has each answer as soon as it is given. */
export async function promptForAnswers(tools: Tools, progress: Progress): Promise<void> {
  await introduce(tools);
  await settleMixUp(tools, progress);
  await promptForMissing(tools, progress);
  await review(tools, progress);
}
