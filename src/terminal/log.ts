import type { Line } from '../message.ts';
import { excerpt } from '../text/sanitize.ts';
import { screened } from '../text/screen.ts';
import type { LayoutOptions } from './layout.ts';
import type { Output } from './output.ts';
import { noPaint } from './style.ts';

/** Lays text out. A run that only prints its result doesn't load this. */
const layout = () => import('./layout.ts');
const wrapping = () => import('./wrap.ts');

/** Characters of a line; more don't help a reader. A path has at most 4096 bytes. */
const longestLine = 8192;

/** One line, unwrapped. Everything but the result goes to standard error. */
export async function say(stderr: Output, text = ''): Promise<void> {
  await stderr.write(`${text}\n`);
}

/** A paragraph, wrapped to the window. @param first begins the first line; its width indents the others */
export async function explain(stderr: Output, text: string, first = ''): Promise<void> {
  const { wrapped } = await wrapping();
  await say(stderr, wrapped(text, stderr.style.width, first));
}

/** Paragraphs, and the unbroken lines between them. */
export async function tell(stderr: Output, lines: readonly Line[], options?: LayoutOptions): Promise<void> {
  const { layOut } = await layout();
  for (const line of layOut(lines, stderr.style, options)) await say(stderr, line);
}

/** What can follow the text of a warning or a success. */
export interface Further {
  readonly details?: readonly Line[];
  /** Texts with spaces that must not be broken, such as paths. */
  readonly keep?: readonly string[];
}

/** What the user should know, while the run continues. */
export async function warn(stderr: Output, text: string, further?: Further): Promise<void> {
  const { paint, symbols } = stderr.style;
  await announce(stderr, paint.warn(`${symbols.warn} Warning:`), text, further);
}

/** What ended the run. */
export async function fail(stderr: Output, text: string, further?: Further): Promise<void> {
  await announce(stderr, stderr.style.paint.bad('Error:'), text, further);
}

/** What was done. */
export async function success(stderr: Output, text: string, further?: Further): Promise<void> {
  const { paint, symbols } = stderr.style;
  await announce(stderr, paint.good(symbols.good), text, further);
}

const indent = '  ';

async function announce(
  stderr: Output,
  mark: string,
  text: string,
  { details = [], keep = [] }: Further = {},
) {
  const [{ printableLine }, { wrapped }] = [await layout(), await wrapping()];
  const hang = indent.length;
  await say(stderr, wrapped(excerpt(text, longestLine), stderr.style.width, `${mark} `, { hang, keep }));
  await tell(stderr, details.map(printableLine), { indent, keep });
}

/**
 * Says what a wait is for, and shows a spinner below it at a terminal.
 * @param text what the wait is for; empty if already shown
 */
export async function waiting<T>(stderr: Output, text: string, work: Promise<T>): Promise<T> {
  // The work may fail before the text is written; the failure is still thrown below.
  work.catch(() => {});
  if (text !== '') await explain(stderr, text);
  const stop = stderr.spin?.();
  try {
    return await work;
  } finally {
    stop?.();
  }
}

/** A result for people, on standard output: screened like everything else that a person reads. */
export async function print(stdout: Output, text: string): Promise<void> {
  await stdout.write(screened(text, stdout.style.paint !== noPaint));
}
