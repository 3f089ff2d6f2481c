import { PassThrough, Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { ctrlZ, type ReadingName } from './prompt-units.ts';

/** The input of a prompt, which sets how it reads. */
export type PromptInput = NodeJS.ReadStream & { reading: ReadingName };

/**
 * The input of a prompt. It is written to from outside, but sets the mode of the real terminal. That stays in raw mode when
 * the prompt ends, since another one may follow.
 */
export function inputOf(stdin: NodeJS.ReadStream, onMode: (isRaw: boolean) => void) {
  return Object.assign(new PassThrough(), {
    reading: 'keys' as ReadingName,
    isTTY: stdin.isTTY,
    setRawMode: (mode: boolean) => {
      onMode(mode);
      if (mode) stdin.setRawMode?.(true);
    },
  });
}

/**
 * The output of a prompt. Each write completes immediately, so that no direct write to the terminal overtakes it.
 * @param redraw returns what is written to the terminal instead of a text
 */
export function screenOf(stderr: NodeJS.WriteStream, redraw: (text: string) => string): NodeJS.WriteStream {
  const write = (chunk: Buffer, _encoding: string, done: () => void): void => {
    stderr.write(redraw(chunk.toString()));
    done();
  };
  const screen: unknown = Object.defineProperties(new Writable({ write }), {
    isTTY: { value: stderr.isTTY },
    columns: { get: () => stderr.columns },
    rows: { get: () => stderr.rows },
  });
  return screen as NodeJS.WriteStream;
}

const decoder = new StringDecoder();
let endsWithReturn = false;

/** Decodes keys as they are read: a character or a line break, CR and LF, can come in two reads. */
export function readKeys(bytes: Buffer | string): string {
  const keys = typeof bytes === 'string' ? bytes : decoder.write(bytes);
  const isSecondHalf = endsWithReturn && keys.startsWith('\n');
  if (keys !== '') endsWithReturn = keys.endsWith('\r');
  return isSecondHalf ? keys.slice(1) : keys;
}

/** Passes on keys, and suspends the job at each Ctrl-Z among them. */
export function passKeys(keys: string, pass: (keys: string) => void, suspend: () => void): void {
  const [first, ...rest] = keys.split(ctrlZ);
  pass(first as string);
  for (const part of rest) {
    suspend();
    pass(part);
  }
}
