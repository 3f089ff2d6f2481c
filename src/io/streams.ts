import type { Input } from '../context/context.ts';
import { Failure, Interruption, ReaderGone } from '../errors.ts';
import { type Environment, isContinuousIntegration, isDumbTerminal } from '../terminal/environment.ts';
import type { Output } from '../terminal/output.ts';
import { noPaint, type Paints, type Typing } from '../terminal/style.ts';
import { asciiSymbols, unicodeSymbols } from '../terminal/symbols.ts';
import { once } from '../text/once.ts';
import { screened } from '../text/screen.ts';
import { paintsFor } from './color.ts';
import { isHungUp } from './hang-up.ts';
import { type Spinner, startSpinner } from './spinner.ts';
import { errorCode, fileFailure } from './system-errors.ts';

/** Columns for wrapping prose without a terminal. */
const widthWithoutTerminal = 80;

/**
 * Whether the user's locale can show more than ASCII (on POSIX, the first of these that is set decides). On Windows, the
 * reader of a pipe uses the code page of the console.
 */
function speaksUtf8(env: Environment, platform: NodeJS.Platform, isTerminal: boolean): boolean {
  if (platform === 'win32') return isTerminal && Boolean(env.WT_SESSION || env.TERM_PROGRAM);
  return /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || '');
}

/**
 * Creates an output: with `onFailure` for results, which are written unchanged, otherwise for messages, which are screened.
 * @param open called on first use, since creating a standard stream takes time
 * @param onFailure throws, so that a failed write of a result ends the run; a failed message is ignored
 */
export function makeOutput(
  open: () => NodeJS.WriteStream,
  env: Environment,
  platform: NodeJS.Platform,
  onFailure?: (error: Error, stream: NodeJS.WriteStream) => void,
  typing?: Typing,
): Output {
  const stream = once(() => open().on('error', ignore));
  const isResult = onFailure !== undefined;
  const paint = (): Paints => paintsFor(stream().isTTY === true, env);
  let spinner: Spinner | undefined;
  const spin = (text: string): (() => void) => {
    const started = startSpinner(stream(), text);
    spinner = started;
    return () => {
      started.stop();
      spinner = undefined;
    };
  };
  return {
    get spin() {
      const isStill = isContinuousIntegration(env) || isDumbTerminal(env);
      return stream().isTTY === true && !isStill ? spin : undefined;
    },
    get isTerminal() {
      return stream().isTTY === true;
    },
    get style() {
      const { columns, isTTY } = stream();
      return {
        width: columns || widthWithoutTerminal,
        window: columns || Number.POSITIVE_INFINITY,
        paint: paint(),
        symbols: speaksUtf8(env, platform, isTTY === true) ? unicodeSymbols : asciiSymbols,
        ...(typing && { typing }),
      };
    },
    write: (text) =>
      new Promise((resolve, reject) => {
        spinner?.clear();
        const isSafe = isResult || typeof text !== 'string';
        stream().write(isSafe ? text : screened(text, paint() !== noPaint), (error) => {
          try {
            if (error) onFailure?.(error, stream());
            resolve();
          } catch (failure) {
            reject(failure);
          }
        });
      }),
  };
}

/** Write errors are passed to callbacks; without a listener, their event would end the process first. */
const ignore = (): void => {};

/** Errors that mean that the reader has closed the pipe; EOF can occur on Windows. */
const readerGone: ReadonlySet<unknown> = new Set(['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED']);

/** Handles a result that couldn't be written. @throws Interruption (hangup), ReaderGone or Failure (file) */
export function resultLost(error: Error, stream: NodeJS.WriteStream): never {
  if (isHungUp(stream)) throw new Interruption('hangup');
  if (readerGone.has(errorCode(error))) throw new ReaderGone();
  throw fileFailure(error, "Standard output couldn't be written");
}

/** Creates the standard input. @param stream called on first use */
export function makeInput(stream: () => NodeJS.ReadStream): Input {
  return {
    get isTerminal() {
      return stream().isTTY === true;
    },
    read: (limit) => readAll(stream(), limit),
  };
}

async function readAll(stream: NodeJS.ReadStream, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > limit)
        throw new Failure('content', `Standard input is too large (maximum ${limit / 1024} KiB).`);
    }
  } catch (error) {
    throw fileFailure(error, "Standard input couldn't be read");
  }
  return Buffer.concat(chunks);
}
