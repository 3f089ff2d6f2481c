import { printable } from '../text/sanitize.ts';
import type { Output } from './output.ts';
import { widthOf, wrapped } from './wrap.ts';

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

/** Columns of the spinner and what keeps it off the edge. */
const spinnerColumns = 4;

/**
 * Waits, and shows that: with a spinner at a terminal, elsewhere with a line.
 * @param text what is waited for; empty where that has been said already
 */
export async function waiting<T>(stderr: Output, text: string, work: Promise<T>): Promise<T> {
  // A failure may come before the text is written; it is still thrown then.
  work.catch(() => {});
  const { spin, style } = stderr;
  const fits = spin !== undefined && widthOf(text) + spinnerColumns <= style.width;
  if (text !== '' && !fits) await explain(stderr, text);
  const stop = spin?.(fits ? text : '');
  try {
    return await work;
  } finally {
    stop?.();
  }
}
