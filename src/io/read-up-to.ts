import { readSync } from 'node:fs';

const chunkSize = 64 * 1024;

/** The first `limit` bytes of an open file, or all of it if it has fewer. A device can be endless. */
export function readUpTo(descriptor: number, limit: number): Buffer {
  const chunks: Buffer[] = [];
  for (let left = limit; left > 0; ) {
    const chunk = Buffer.allocUnsafe(Math.min(chunkSize, left));
    const count = readSync(descriptor, chunk, 0, chunk.length, null);
    if (count === 0) break;
    chunks.push(chunk.subarray(0, count));
    left -= count;
  }
  return Buffer.concat(chunks);
}
