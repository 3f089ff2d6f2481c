import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

type Call = (this: unknown, ...words: unknown[]) => unknown;

const calls = fs as unknown as Record<string, Call>;
const names = Object.keys(fs).filter((name) => name.endsWith('Sync'));

/**
 * Works with `before` in front of every synchronous call of node:fs in this process; where it throws, the call fails.
 * @param before gets the name of the function and its first argument
 */
export async function withWatchedFs<Result>(
  before: (name: string, place: unknown) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const originals = names.map((name) => [name, calls[name] as Call] as const);
  for (const [name, original] of originals) calls[name] = watched(name, original, before);
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    Object.assign(calls, Object.fromEntries(originals));
    syncBuiltinESMExports();
  }
}

function watched(name: string, original: Call, before: (name: string, place: unknown) => void): Call {
  return function watching(...words) {
    before(name, words[0]);
    return original.apply(this, words);
  };
}
