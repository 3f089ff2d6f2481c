import { excerpt } from '../text/sanitize.ts';
import { screened } from '../text/screen.ts';
import type { Output } from './output.ts';
import { noPaint } from './style.ts';
import { wrapped } from './wrap.ts';

/** More of one line helps no reader. A path has at most 4096 bytes. */
const longestLine = 8192;

/** A line as it is. Everything but the result is said on standard error. */
export async function say(stderr: Output, text = ''): Promise<void> {
  await stderr.write(`${text}\n`);
}

/** A paragraph, wrapped to the window. @param first begins its first line; its width indents the others */
export async function explain(stderr: Output, text: string, first = ''): Promise<void> {
  await say(stderr, wrapped(text, stderr.style.width, first));
}

export async function warn(stderr: Output, text: string): Promise<void> {
  const { paint, symbols } = stderr.style;
  await say(stderr, `${paint.warn(`${symbols.warn} Warning:`)} ${excerpt(text, longestLine)}`);
}

export async function success(stderr: Output, text: string): Promise<void> {
  const { paint, symbols } = stderr.style;
  await say(stderr, `${paint.good(symbols.good)} ${excerpt(text, longestLine)}`);
}

/** A result for people, on standard output: screened like everything else that a person reads. */
export async function print(stdout: Output, text: string): Promise<void> {
  await stdout.write(screened(text, stdout.style.paint !== noPaint));
}
