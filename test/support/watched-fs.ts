import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

type Call = (this: unknown, ...words: unknown[]) => unknown;

const calls = fs as unknown as Record<string, Call>;
const names = Object.keys(fs).filter((name) => name.endsWith('Sync'));

/**
 * Runs `work` with a hook before every synchronous node:fs call in this process. If the hook throws, the call fails.
 * @param before receives the name of the function and its first argument
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
    try {
      before(name, words[0]);
    } catch (error) {
      // Even if closing fails, the descriptor is released.
      if (name === 'closeSync') original.apply(this, words);
      throw error;
    }
    return original.apply(this, words);
  };
}
