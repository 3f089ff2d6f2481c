import type { Input } from '../context/context.ts';
import { Failure, Interruption, ReaderGone } from '../errors.ts';
import { type Environment, isContinuousIntegration, isDumbTerminal } from '../terminal/environment.ts';
import type { Output } from '../terminal/output.ts';
import { noPaint, type Paints, type Typing } from '../terminal/style.ts';
import { asciiSymbols, unicodeSymbols } from '../terminal/symbols.ts';
import { screened } from '../text/screen.ts';
import { paintsFor } from './color.ts';
import { isHungUp } from './hang-up.ts';
import { type Spinner, startSpinner } from './spinner.ts';
import { errorCode, fileFailure } from './system-errors.ts';

/** Where nobody reads at a window, prose is broken as if it had this many columns. */
const widthWithoutTerminal = 80;

/**
 * Whether the user's locale can show more than ASCII (POSIX: the first of these that is set decides). What goes through
 * a pipe on Windows is read in the code page of the console.
 */
function speaksUtf8(env: Environment, platform: NodeJS.Platform, isTerminal: boolean): boolean {
  if (platform === 'win32') return isTerminal && Boolean(env.WT_SESSION || env.TERM_PROGRAM);
  return /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || '');
}

/**
 * Text that is only said is screened; a result is written as it is.
 * @param open is called at the first use: making a standard stream takes time that not every command needs.
 * @param onFailure throws where a failed write has to end the run; what is only said may get lost
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

/** Errors come with the callback of each write; an event without a listener would end the process before that. */
const ignore = (): void => {};

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Whoever was to read is gone; EOF is how Windows may say so. */
const readerGone: ReadonlySet<unknown> = new Set(['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED']);

/** @throws Interruption (hangup), ReaderGone or Failure (file): without its result a run is not done */
export function resultLost(error: Error, stream: NodeJS.WriteStream): never {
  if (isHungUp(stream)) throw new Interruption('hangup');
  if (readerGone.has(errorCode(error))) throw new ReaderGone();
  throw fileFailure(error, 'Standard output could not be written');
}

/** Standard input. @param stream is called at the first use */
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
      if (length > limit) throw new Failure('content', `Standard input has more than ${limit / 1024} KiB.`);
    }
  } catch (error) {
    throw fileFailure(error, 'Standard input could not be read');
  }
  return Buffer.concat(chunks);
}
