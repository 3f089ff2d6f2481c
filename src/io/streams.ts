import { Failure, ReaderGone } from '../errors.ts';
import { asciiMarks, unicodeMarks } from '../render/style.ts';
import type { Environment, Input, Output } from '../world.ts';
import { styleFor } from './colour.ts';
import { fileFailure } from './system-errors.ts';

/** Where nobody reads at a window, prose is broken as if it had this many columns. */
const widthWithoutTerminal = 80;

/** Whether the user's locale can show more than ASCII (POSIX: the first of these that is set decides). */
export function speaksUtf8(env: Environment, platform: NodeJS.Platform): boolean {
  if (platform === 'win32') return Boolean(env.WT_SESSION || env.TERM_PROGRAM);
  return /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || '');
}

export function makeOutput(stream: NodeJS.WriteStream, env: Environment, platform: NodeJS.Platform): Output {
  return {
    isTerminal: stream.isTTY === true,
    get look() {
      return {
        width: stream.columns || widthWithoutTerminal,
        window: stream.columns || Number.POSITIVE_INFINITY,
        style: styleFor(stream, env),
        marks: speaksUtf8(env, platform) ? unicodeMarks : asciiMarks,
      };
    },
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => (error ? reject(writeFailure(error)) : resolve()));
      }),
  };
}

function writeFailure(error: Error): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') return new ReaderGone();
  return fileFailure(error, 'Standard output could not be written');
}

export function makeInput(stream: NodeJS.ReadStream): Input {
  return {
    isTerminal: stream.isTTY === true,
    read: (limit) => readAll(stream, limit),
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
