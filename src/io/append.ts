import {
  appendFileSync,
  closeSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  truncateSync,
} from 'node:fs';
import { fileStats } from './file-stats.ts';
import { ownerOnly } from './new-file.ts';
import { withDefaultSignals } from './signals.ts';
import { fileFailure } from './system-errors.ts';

/**
 * Appends lines to a file, or creates it.
 * @returns what removes them again
 * @throws Failure (file), with the file as it was
 */
export function append(path: string, content: string): () => void {
  try {
    return withDefaultSignals(() => {
      const separator = content !== '' && endsInsideLine(path) ? '\n' : '';
      const sizes = appendWhole(path, separator + content);
      return () => cutBack(path, sizes);
    });
  } catch (error) {
    throw fileFailure(error, `${path} couldn't be written`);
  }
}

/** The size of a file before and after an append. */
interface Sizes {
  readonly before: number;
  readonly after: number;
}

/** Removes a partial append, which would corrupt whatever is appended next. */
function appendWhole(path: string, content: string): Sizes {
  const descriptor = openSync(path, 'a', ownerOnly);
  try {
    const before = fstatSync(descriptor);
    try {
      appendFileSync(descriptor, content);
      return { before: before.size, after: fstatSync(descriptor).size };
    } catch (error) {
      if (before.isFile()) ftruncateSync(descriptor, before.size);
      throw error;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Removes the end of a file, unless something follows it by now. What isn't a regular file can't be cut. */
function cutBack(path: string, { before, after }: Sizes): void {
  try {
    if (fileStats(path)?.size === after) truncateSync(path, before);
  } catch {
    return;
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
