import { printable } from '../text/sanitize.ts';
import type { Output } from './output.ts';
import { wrapped } from './wrap.ts';

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
  await say(stderr, `${paint.warn(`${symbols.warn} Warning:`)} ${printable(text)}`);
}

export async function success(stderr: Output, text: string): Promise<void> {
  const { paint, symbols } = stderr.style;
  await say(stderr, `${paint.good(symbols.good)} ${printable(text)}`);
}
