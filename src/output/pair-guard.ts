import type { WriteOptions } from '../context/files.ts';
import { Failure } from '../errors.ts';
import type { Audience } from '../facts/audience.ts';
import type { Format } from '../render/format-names.ts';
import { verifiersInFile } from './pairs-in-file.ts';

export interface WriteSetupOptions {
  readonly force: boolean;
  /** The pair in the file that is replaced may be lost. */
  readonly newPkce?: boolean;
  /** Write only what one side needs. */
  readonly audience?: Audience | undefined;
  /** What to do where a pair would be lost. */
  readonly advice?: string;
}

/** Whether pairs in the content of a file would be lost if only the verifiers of `kept` remained. */
export function pairsLost(existing: Uint8Array, kept: readonly (string | undefined)[]): boolean {
  return [...verifiersInFile(existing)].some((saved) => !kept.includes(saved));
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
      const loss = `${path} contains a PKCE pair that would be lost.`;
      throw new Failure('file', loss, advice === undefined ? [] : [advice]);
    },
  };
}

/** The part of a setup that holds its pairs; the present one may still have to be made. */
interface Verifiers {
  readonly pkce: { readonly codeVerifier: string | undefined };
  readonly previousPkce?: { readonly codeVerifier: string } | undefined;
}

/** The code verifiers that a rendered setup holds for the given reader: only JSON keeps the previous pair, and the user's own keys. */
export function verifiersOf(setup: Verifiers, format: Format, audience?: Audience): (string | undefined)[] {
  if (audience === 'zoominfo') return [];
  const { pkce, previousPkce } = setup;
  if (format !== 'json') return [pkce.codeVerifier];
  const all = verifiersInFile(Buffer.from(JSON.stringify(setup)));
  return [...new Set([pkce.codeVerifier, previousPkce?.codeVerifier, ...all])];
}
