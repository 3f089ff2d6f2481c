import { appendFileSync, closeSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs';
import { fileStats } from './file-stats.ts';
import { ownerOnly } from './new-file.ts';
import { withDefaultSignals } from './signals.ts';
import { fileFailure } from './system-errors.ts';

/** Appends lines to a file, or creates it. @throws Failure (file), with the file as it was */
export function append(path: string, content: string): void {
  try {
    withDefaultSignals(() => {
      const separator = content !== '' && endsInsideLine(path) ? '\n' : '';
      appendWhole(path, separator + content);
    });
  } catch (error) {
    throw fileFailure(error, `${path} couldn't be written`);
  }
}

/** Removes a partial append, which would corrupt whatever is appended next. */
function appendWhole(path: string, content: string): void {
  const descriptor = openSync(path, 'a', ownerOnly);
  try {
    const before = fstatSync(descriptor);
    try {
      appendFileSync(descriptor, content);
    } catch (error) {
      if (before.isFile()) ftruncateSync(descriptor, before.size);
      throw error;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Whether the last line of a file may have no line break yet, as in a file that can't be read. */
function endsInsideLine(path: string): boolean {
  if (fileStats(path) === undefined) return false;
  try {
    const descriptor = openSync(path, 'r');
    try {
      const last = Buffer.alloc(1);
      const count = readSync(descriptor, last, 0, 1, fstatSync(descriptor).size - 1);
      return count === 1 && last.toString() !== '\n';
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return true;
  }
}
