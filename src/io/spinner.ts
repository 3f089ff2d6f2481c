import { observeSignal } from './signals.ts';

/** The frames of the spinner, and the milliseconds for each. */
export const turning = { interval: 80, frames: ['-', '\\', '|', '/'] };

/** Clears the current line. */
const emptyLine = '\r\x1b[2K';

/** A spinner in the last line of a terminal. Call `clear` before writing other text. */
export interface Spinner {
  readonly clear: () => void;
  readonly stop: () => void;
}

/** Starts a spinner in the line of the cursor, which must be empty. */
export function startSpinner(stream: NodeJS.WriteStream): Spinner {
  let turn = 0;
  const draw = (): void => {
    stream.write(`${emptyLine}${turning.frames[turn % turning.frames.length]}`);
    turn += 1;
  };
  const clear = (): void => {
    stream.write(emptyLine);
  };
  const timer = setInterval(draw, turning.interval).unref();
  const stop = (): void => {
    clearInterval(timer);
    release();
    clear();
  };
  const release = observeSignal(stop);
  draw();
  return { clear, stop };
}
