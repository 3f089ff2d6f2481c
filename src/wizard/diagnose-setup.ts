import { diagnose } from '../diagnose/diagnose.ts';
import { renderDiagnosis } from '../diagnose/diagnosis-text.ts';
import { promptForPaste, sayNothingRecognized } from '../diagnose/paste-prompt.ts';
import { recognize } from '../diagnose/recognize/recognize.ts';
import type { Setup } from '../setup-file/schema.ts';
import { say } from '../terminal/log.ts';
import { type Progress, setupFileWith } from './progress.ts';
import type { Tools } from './tools.ts';

/** Explains a sign-in that failed in Jitterbit. Fixes name the setup file if it contains these values. */
export async function diagnoseInWizard(
  setup: Setup,
  { prompts, context: { stderr } }: Pick<Tools, 'prompts' | 'context'>,
  { kept }: Pick<Progress, 'kept'>,
): Promise<void> {
  const file = setupFileWith(setup, kept);
  const paste = await promptForPaste(prompts, stderr);
  const checks = diagnose(recognize(paste), { setup, file });
  if (checks.length === 0) await sayNothingRecognized(stderr, paste);
  else await say(stderr, `\n${renderDiagnosis(checks, stderr.style)}`);
}
