import { challengeLength, deriveCodeChallenge, type PkcePair } from '../../oauth/pkce.ts';

/** Pairs in one batch: enough to make a write cheap, few enough to stay in the processor's cache. */
export const pairsInBatch = 500;

/**
 * Renders many pairs, a million times a second: all records are the same except for verifier and challenge, so a record
 * is laid out once.
 * @returns a function that renders the next pairs. Its bytes are valid until the next call.
 */
export function pairRecords(
  render: (pair: PkcePair) => string,
  verifiers: Iterator<string, never>,
  length: number,
): (count: number) => Uint8Array {
  const blank = { codeVerifier: 'v'.repeat(length), codeChallenge: 'c'.repeat(challengeLength) };
  const record = render({ ...blank, codeChallengeMethod: 'S256' });
  const [start, afterVerifier = ''] = record.split(blank.codeVerifier);
  const [middle, end] = afterVerifier.split(blank.codeChallenge);
  const batch = Buffer.alloc(Buffer.byteLength(record) * pairsInBatch);
  return (count) => {
    let text = '';
    for (let done = 0; done < Math.min(count, pairsInBatch); done += 1) {
      const codeVerifier = verifiers.next().value;
      text += start + codeVerifier + middle + deriveCodeChallenge(codeVerifier) + end;
    }
    return batch.subarray(0, batch.write(text));
  };
}
