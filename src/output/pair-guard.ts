import type { WriteOptions } from '../context/files.ts';
import { Failure } from '../errors.ts';
import type { Audience } from '../facts/audience.ts';
import type { Format } from '../render/format-names.ts';
import { isBareVerifier, verifiersInFile } from './pairs-in-file.ts';

/** What a file would lose: a pair, or a text that may be a code verifier, and is all that is in it. */
export type Loss = 'pair' | 'verifier';

const losses: Readonly<Record<Loss, string>> = {
  pair: 'contains a PKCE pair that would be lost',
  verifier: 'may be a code verifier, which would be lost',
};

export interface WriteSetupOptions {
  readonly force: boolean;
  /** The pair in the overwritten file may be lost. */
  readonly newPkce?: boolean;
  /** Write only what one side needs. */
  readonly audience?: Audience | undefined;
  /** What to do about a loss. */
  readonly advice?: (loss: Loss) => string;
}

/** Whether a file contains code verifiers other than `kept`. */
export function pairsLost(existing: Uint8Array, kept: readonly (string | undefined)[]): boolean {
  return [...verifiersInFile(existing)].some((saved) => !kept.includes(saved));
}

/** Guards against losing the only copy of a pair when a file is overwritten. @param kept the verifiers of the new content */
export function writeOptions(
  path: string,
  kept: readonly (string | undefined)[],
  { force, newPkce, advice }: WriteSetupOptions,
): WriteOptions {
  if (newPkce) return { force };
  return {
    force,
    guard: (existing) => {
      if (!pairsLost(existing, kept)) return;
      const loss = isBareVerifier(existing) ? 'verifier' : 'pair';
      const details = advice === undefined ? [] : [advice(loss)];
      throw new Failure('file', `${path} already exists and ${losses[loss]}.`, details);
    },
  };
}

/** The code verifiers of a setup; the current one may not be generated yet. */
interface Verifiers {
  readonly pkce: { readonly codeVerifier: string | undefined };
  readonly previousPkce?: { readonly codeVerifier: string } | undefined;
}

/** The code verifiers in a rendered setup. Only JSON contains the previous pair and extension keys. */
export function verifiersOf(setup: Verifiers, format: Format, audience?: Audience): (string | undefined)[] {
  if (audience === 'zoominfo') return [];
  if (format !== 'json') return [setup.pkce.codeVerifier];
  return [...verifiersInFile(Buffer.from(JSON.stringify(setup)))];
}
