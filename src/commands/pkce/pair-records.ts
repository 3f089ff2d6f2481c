import { challengeLength, deriveCodeChallenge, type PkcePair } from '../../oauth/pkce.ts';

/** Pairs in one batch: enough to make a write cheap, few enough to stay in the processor's cache. */
export const pairsInBatch = 2000;

/**
 * Renders many pairs, a million times a second: all records have the same bytes except for verifier and challenge,
 * so a batch is laid out once and only those are written into it.
 * @returns a function that fills the batch with the next pairs. Its bytes are valid until the next call.
 */
export function pairRecords(
  render: (pair: PkcePair) => string,
  verifiers: Iterator<string, never>,
  length: number,
): (count: number) => Uint8Array {
  const blank = { codeVerifier: 'v'.repeat(length), codeChallenge: 'c'.repeat(challengeLength) };
  const record = Buffer.from(render({ ...blank, codeChallengeMethod: 'S256' }));
  const verifierAt = record.indexOf(blank.codeVerifier);
  const challengeAt = record.indexOf(blank.codeChallenge);
  const batch = Buffer.alloc(record.length * pairsInBatch, record);
  return (count) => {
    const end = Math.min(count, pairsInBatch) * record.length;
    for (let at = 0; at < end; at += record.length) {
      const codeVerifier = verifiers.next().value;
      batch.write(codeVerifier, at + verifierAt, 'latin1');
      batch.write(deriveCodeChallenge(codeVerifier), at + challengeAt, 'latin1');
    }
    return batch.subarray(0, end);
  };
}
