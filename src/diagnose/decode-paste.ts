import { accepted, type Result, refused } from '../text/result.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const marks: readonly (readonly [mark: readonly number[], encoding: Encoding])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
];

/** Bytes from which an encoding without a mark is guessed. */
const sampled = 4096;

/**
 * The text of a paste, UTF-8 or UTF-16, with or without a byte order mark. The problem is a sentence that names none of
 * the bytes.
 */
export function decodePaste(bytes: Buffer): Result<string> {
  const marked = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  const encoding = marked?.[1] ?? guessed(bytes.subarray(0, sampled));
  try {
    return accepted(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return refused("The input isn't valid UTF-8 or UTF-16 text.");
  }
}

/** Text that is mostly ASCII has a zero in every other byte as UTF-16, and none as UTF-8. */
function guessed(sample: Buffer): Encoding {
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < sample.length / 8) return 'utf-8';
  return even > odd ? 'utf-16be' : 'utf-16le';
}
