import { observeSignal } from './signals.ts';

/** How anything turns that is waited for: its frames, and the milliseconds of each. */
export const turning = { interval: 80, frames: ['-', '\\', '|', '/'] };

/** Makes the line of the cursor empty again. */
const emptyLine = '\r\x1b[2K';

/** Turns in the last line of a terminal. Other text may be written if `clear` is called before. */
export interface Spinner {
  readonly clear: () => void;
  readonly stop: () => void;
}

/** @param text less than a line: what wraps could not be cleared */
export function startSpinner(stream: NodeJS.WriteStream, text: string): Spinner {
  let turn = 0;
  const draw = (): void => {
    stream.write(`${emptyLine}${turning.frames[turn % turning.frames.length]} ${text}`);
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
