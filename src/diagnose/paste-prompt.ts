import type { Prompts } from '../context/prompting.ts';
import { labels } from '../facts/labels.ts';
import { explain, tell } from '../terminal/log.ts';
import type { Output } from '../terminal/output.ts';
import { insteadOf } from './unread-pastes.ts';

/** What to paste and where to find it, a paragraph each. */
const whatToPaste: readonly string[] = [
  `Paste one or more of these: the URL in the address bar of the sign-in window; the URL where the sign-in ended; the error page; the error message in ${labels.studio}.`,
  "If the window moves on too fast, copy the URL from your browser's history, or from its developer tools (F12) > Network.",
];

/** Prompts for a paste of any number of lines. It is neither shown nor stored. @throws Interruption */
export async function promptForPaste(prompts: Prompts, stderr: Output): Promise<string> {
  for (const paragraph of whatToPaste) await explain(stderr, paragraph);
  await explain(stderr, 'Your input is hidden. To finish, press Enter on an empty line, or Ctrl-D.');
  return (await prompts.paste({ message: 'Paste:', end: 'blank-line' })) ?? '';
}

/** Reports that a paste contains nothing to judge, and says what to paste. */
export async function sayNothingRecognized(stderr: Output, paste: string): Promise<void> {
  await explain(stderr, 'Nothing in the paste was recognized.');
  await tell(stderr, insteadOf(paste));
  for (const paragraph of whatToPaste) await explain(stderr, paragraph);
}
