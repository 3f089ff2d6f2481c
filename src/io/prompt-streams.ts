import { PassThrough, Writable } from 'node:stream';

/**
 * The input of a prompt. It is written to from outside, but sets the mode of the real terminal. That stays in raw mode when
 * the prompt ends, since another one may follow.
 */
export function inputOf(stdin: NodeJS.ReadStream, onMode: (isRaw: boolean) => void) {
  return Object.assign(new PassThrough(), {
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

const ctrlZ = 0x1a;

/** Passes on keys, and suspends the job at each Ctrl-Z among them. */
export function passKeys(keys: Buffer, pass: (keys: Buffer) => void, suspend: () => void): void {
  const [first, ...rest] = splitAt(keys, ctrlZ);
  pass(first as Buffer);
  for (const part of rest) {
    suspend();
    pass(part);
  }
}

/** The bytes before, between, and after each separator. */
function splitAt(bytes: Buffer, separator: number): Buffer[] {
  const at = bytes.indexOf(separator);
  return at < 0 ? [bytes] : [bytes.subarray(0, at), ...splitAt(bytes.subarray(at + 1), separator)];
}
