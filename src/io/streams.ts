import type { Input } from '../context/context.ts';
import { Failure, Interruption, ReaderGone } from '../errors.ts';
import { type Environment, isContinuousIntegration, isDumbTerminal } from '../terminal/environment.ts';
import type { Output } from '../terminal/output.ts';
import { noPaint, type Paints, type Typing } from '../terminal/style.ts';
import { asciiSymbols, unicodeSymbols } from '../terminal/symbols.ts';
import { screened } from '../text/screen.ts';
import { isHungUp } from './hang-up.ts';
import { type Spinner, startSpinner } from './spinner.ts';
import type { StandardOutput } from './standard-output.ts';
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

export interface OutputOptions {
  readonly env: Environment;
  readonly platform: NodeJS.Platform;
  readonly paint: Paints;
  readonly typing?: Typing;
  /** Throws, so that a failed write of a result ends the run. Without it, a failed write is ignored. */
  readonly onFailure?: (error: Error, terminal: NodeJS.WriteStream | undefined) => void;
}

/** Creates an output: with `onFailure` for results, which are written unchanged, otherwise for messages, which are screened. */
export function makeOutput(
  to: StandardOutput,
  { env, platform, paint, typing, onFailure }: OutputOptions,
): Output {
  const isResult = onFailure !== undefined;
  const bytesOf = (text: string): Uint8Array =>
    Buffer.from(isResult ? text : screened(text, paint !== noPaint));
  let spinner: Spinner | undefined;
  const spinAt = (terminal: NodeJS.WriteStream) => (): (() => void) => {
    const started = startSpinner(terminal);
    spinner = started;
    return () => {
      started.stop();
      spinner = undefined;
    };
  };
  return {
    get spin() {
      const isStill = isContinuousIntegration(env) || isDumbTerminal(env);
      return to.terminal === undefined || isStill ? undefined : spinAt(to.terminal);
    },
    get isTerminal() {
      return to.terminal !== undefined;
    },
    get style() {
      const { terminal } = to;
      return {
        width: terminal?.columns || widthWithoutTerminal,
        window: terminal?.columns || Number.POSITIVE_INFINITY,
        paint,
        symbols: speaksUtf8(env, platform, terminal !== undefined) ? unicodeSymbols : asciiSymbols,
        ...(typing && { typing }),
      };
    },
    write: (text) =>
      new Promise((resolve, reject) => {
        spinner?.clear();
        to.write(typeof text === 'string' ? bytesOf(text) : text, (error) => {
          try {
            if (error) onFailure?.(error, to.terminal);
            resolve();
          } catch (failure) {
            reject(failure);
          }
        });
      }),
  };
}

/** Errors that mean that the reader has closed the pipe; EOF can occur on Windows. */
const readerGone: ReadonlySet<unknown> = new Set(['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED']);

/** Handles a result that couldn't be written. @throws Interruption (hangup), ReaderGone or Failure (file) */
export function resultLost(error: Error, terminal: NodeJS.WriteStream | undefined): never {
  if (terminal !== undefined && isHungUp(terminal)) throw new Interruption('hangup');
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
