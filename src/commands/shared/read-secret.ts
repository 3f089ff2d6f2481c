import { Failure } from '../../errors.ts';
import { isStandardInput } from '../../terminal/standard-stream.ts';
import { withoutByteOrderMark } from '../../text/byte-order-mark.ts';
import { readInput, type Sources } from './input.ts';

/** The largest file that is read as a secret, in bytes. */
const largestSecret = 64 * 1024;

/**
 * Reads one secret from a file or standard input, without a trailing line break and a byte order mark.
 * @throws Failure (content) that names the option and what is wrong, never the text
 */
export async function readSecret(option: string, path: string, sources: Sources): Promise<string> {
  if (isStandardInput(path) && sources.stdin.isTerminal) {
    throw new Failure(
      'usage',
      `${option} - would show the secret in the terminal. Pipe it in, or specify a file.`,
    );
  }
  const bytes = await readSecretBytes(option, path, sources);
  const text = withoutByteOrderMark(bytes.toString('utf8')).replace(/\r?\n$/, '');
  const problem = isUtf16(bytes) ? otherEncoding : problemOf(text, sources.platform);
  if (problem === undefined) return text;
  throw new Failure('content', `${secretSource(option, path)} ${problem}`);
}

const otherEncoding = "isn't UTF-8 text (perhaps UTF-16, as PowerShell writes it). Save it as UTF-8.";

/** A byte order mark of UTF-16, or a zero byte, which each ASCII character has in it. */
const isUtf16 = (bytes: Buffer): boolean =>
  /^(?:fffe|feff)/.test(bytes.toString('hex', 0, 2)) || bytes.includes(0);

function problemOf(text: string, platform: NodeJS.Platform): string | undefined {
  const problem = problems.find(({ has }) => has(text));
  return problem && `${problem.says}${platform === 'win32' ? (problem.onWindows ?? '') : ''}`;
}

/** What can be wrong with the text of a secret file, and what a shell of Windows has to do with it. */
interface Problem {
  readonly has: (text: string) => boolean;
  readonly says: string;
  readonly onWindows?: string;
}

/** The first that applies completes the sentence "--option file …". */
const problems: readonly Problem[] = [
  { has: (text) => text.trim() === '', says: 'is empty.' },
  {
    has: (text) => /[\r\n]/.test(text.trim()),
    says: 'contains more than one line. It must contain only the value.',
  },
  { has: (text) => /^\s*[\r\n]/.test(text), says: 'begins with an empty line. Remove it.' },
  {
    has: (text) => /[\r\n]/.test(text),
    says: 'has more than one line break after the value. Leave at most one.',
  },
  {
    has: (text) => /[ \t]$/.test(text),
    says: 'ends with a trailing space. Remove it.',
    onWindows: ' In cmd, use echo VALUE>file, without a space before the >.',
  },
];

async function readSecretBytes(option: string, path: string, sources: Sources): Promise<Buffer> {
  try {
    return await readInput(path, largestSecret, sources);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (isShowable(path)) throw new Failure(error.kind, `${option}: ${error.message}`, error.details);
    const [, ...reason] = error.message.split(`${path} `);
    throw new Failure(error.kind, `${option}: the file ${reason.join(`${path} `)}`, [
      'This option takes the path of a file, not the secret itself.',
    ]);
  }
}

/** A text without any of these may not be a path, but the secret itself. */
export const isShowable = (path: string): boolean => isStandardInput(path) || /[/\\.]/.test(path);

/** An option and the file that it specifies, at the beginning of a message. */
export function secretSource(option: string, path: string): string {
  if (isStandardInput(path)) return `${option} (standard input)`;
  return isShowable(path) ? `${option} ${path}` : option;
}
