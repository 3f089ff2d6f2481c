import { labels } from '../facts/labels.ts';
import { renderText } from '../render/text.ts';
import type { Setup } from '../setup-file/schema.ts';
import { explain, say } from '../terminal/log.ts';
import type { Output } from '../terminal/output.ts';
import { settleMixUp } from './mix-up.ts';
import type { Progress } from './progress.ts';
import { review } from './review.ts';
import { introduce, promptForMissing } from './steps.ts';
import type { Tools } from './tools.ts';

/** Prompts for what is missing and has it reviewed. `progress` holds each answer as soon as it is given. */
export async function promptForAnswers(tools: Tools, progress: Progress): Promise<void> {
  await introduce(tools.context.stderr);
  await settleMixUp(tools, progress);
  await promptForMissing(tools, progress);
  await review(tools, progress);
}

/** Every value of the Jitterbit side, in form order. */
export async function showConsoles(setup: Setup, stderr: Output): Promise<void> {
  await say(stderr);
  await say(stderr, renderText(setup, { ...stderr.style, maskClientSecret: true, audience: 'jitterbit' }));
  await explain(
    stderr,
    `The app registration keeps this pair for every sign-in, so treat the code verifier as a secret like the ${labels.clientSecret}.`,
  );
  await say(stderr);
}
