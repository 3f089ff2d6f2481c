import type { WriteOptions } from '../context/files.ts';
import { Failure } from '../errors.ts';
import type { Audience } from '../facts/audience.ts';
import type { Format } from '../render/format-names.ts';

export interface WriteSetupOptions {
  readonly force: boolean;
  /** The pair in the file that is replaced may be lost. */
  readonly newPkce?: boolean;
  /** Write only what one side needs. */
  readonly audience?: Audience | undefined;
  /** What to do where a pair would be lost. */
  readonly advice?: string;
}

/** Finds the code verifiers in any format that this program writes. */
const verifiersInFile = /code_?verifier[^\w-]{1,40}([\w-]{43,128})(?![\w-])/gi;

/** The pairs in the content of a file that would be lost if only those of `kept` remained. */
export function pairsLost(existing: string, kept: readonly (string | undefined)[]): boolean {
  return [...existing.matchAll(verifiersInFile)].some(([, saved]) => !kept.includes(saved));
}

/** Replacing a file must not throw away a pair that exists nowhere else. @param kept the verifiers of the new content */
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
      const loss = `${path} holds a PKCE pair that replacing it would throw away.`;
      throw new Failure('file', loss, advice === undefined ? [] : [advice]);
    },
  };
}

/** The part of a setup that holds its pairs; the present one may still have to be made. */
interface Verifiers {
  readonly pkce: { readonly codeVerifier: string | undefined };
  readonly previousPkce?: { readonly codeVerifier: string } | undefined;
}

/** The code verifiers that a rendered setup holds for the given reader: only JSON keeps the previous pair. */
export function verifiersOf(
  { pkce, previousPkce }: Verifiers,
  format: Format,
  audience?: Audience,
): (string | undefined)[] {
  if (audience === 'zoominfo') return [];
  return [pkce.codeVerifier, format === 'json' ? previousPkce?.codeVerifier : undefined];
}
