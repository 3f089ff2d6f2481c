import { constants, fstatSync, openSync, statSync, writeSync } from 'node:fs';
import { once } from '../text/once.ts';
import { errorCode } from './system-errors.ts';

/** Where text leaves the process. */
export interface StandardOutput {
  /** The stream, if it is a terminal. */
  readonly terminal: NodeJS.WriteStream | undefined;
  readonly write: (data: Uint8Array, done: (error?: Error | null) => void) => void;
}

/** The most bytes in all that any empty pipe takes even if nobody reads it: a write that waits would hold up signals. */
const mostDirect = 8 * 1024;

let isAnyOpen = false;

/** Whether a stream was created. Only streams may hold output that hasn't reached its reader. */
export const isStreamOpen = (): boolean => isAnyOpen;

/**
 * Standard output or standard error. Short texts for a file or a pipe are written to the descriptor itself: creating the
 * stream would take as long as the rest of a simple command.
 * @param open creates the stream
 */
export function standardOutput(descriptor: number, open: () => NodeJS.WriteStream): StandardOutput {
  let opened: NodeJS.WriteStream | undefined;
  let written = 0;
  const stream = (): NodeJS.WriteStream => {
    opened ??= open().on('error', ignore);
    isAnyOpen = true;
    return opened;
  };
  const direct = once(() => withoutWaiting(descriptor));
  const terminal = once(() => (mayBeTerminal(descriptor) && stream().isTTY ? stream() : undefined));
  return {
    get terminal() {
      return terminal();
    },
    write: (data, done) => {
      written += data.length;
      const isDirect = terminal() === undefined && opened === undefined && written <= mostDirect;
      const rest = isDirect ? writeAtOnce(direct(), data) : data;
      if (rest instanceof Error) done(rest);
      else if (isDirect && rest.length === 0) done();
      else stream().write(rest, done);
    },
  };
}

/** Write errors are passed to callbacks; without a listener, their event would end the process first. */
const ignore = (): void => {};

/** Every terminal is a character device. So is the null device, which Windows numbers like any other. */
function mayBeTerminal(descriptor: number): boolean {
  try {
    const device = fstatSync(descriptor);
    if (!device.isCharacterDevice()) return false;
    return process.platform === 'win32' || device.rdev !== statSync('/dev/null').rdev;
  } catch {
    return true;
  }
}

/**
 * The same pipe, opened so that a write doesn't wait for its reader, since another program may have filled it. That is
 * possible on Linux; elsewhere, and for anything but a pipe, the descriptor itself.
 */
function withoutWaiting(descriptor: number): number {
  try {
    if (!fstatSync(descriptor).isFIFO()) return descriptor;
    return openSync(`/proc/self/fd/${descriptor}`, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    return descriptor;
  }
}

/** Returns what a pipe that doesn't wait for its reader had no room for, or the error. */
function writeAtOnce(descriptor: number, data: Uint8Array): Uint8Array | Error {
  let rest = data;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    if (errorCode(error) !== 'EAGAIN') return error as Error;
  }
  return rest;
}
