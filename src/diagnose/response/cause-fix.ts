import { documentedEndpoints } from '../../facts/endpoints.ts';
import type { Cause, RightValue } from '../../facts/error-cause.ts';
import { redirectUriOf, regionNames } from '../../facts/regions.ts';
import type { Line } from '../../message.ts';
import { programName } from '../../terminal/program-words.ts';
import { deriveChallenge } from '../../verify/offline/pair-steps.ts';
import { redirectUriFor, type SetupWithFile } from '../evidence/registered.ts';
import { workingPairs } from '../evidence/registered-pairs.ts';
import { newPair } from '../request/request-fixes.ts';
import type { PasteFacts } from './paste-facts.ts';

type FixFacts = Pick<PasteFacts, 'registered' | 'redirectUri'>;

/** One step: what to copy completes its sentence, and how to get it follows in the same paragraph. */
export function fixOf({ fix, right }: Cause, facts: FixFacts): [step: string, ...Line[]] {
  const [first, ...rest] = right === undefined ? [] : rightLines[right](facts);
  if (first === undefined) return [fix];
  if (typeof first === 'string') return [`${fix} ${first}`, ...rest];
  return [fix.replace(/\.$/, ':'), first, ...rest];
}

/** What to copy for a fix: the setup's own value, else what is documented. */
const rightLines: Readonly<Record<RightValue, (facts: FixFacts) => readonly Line[]>> = {
  redirectUri: ({ registered, redirectUri }) => {
    const known = redirectUri ?? (registered && redirectUriFor(registered));
    if (known !== undefined) return [{ value: known }];
    return regionNames.map((name) => ({ value: `${name}: ${redirectUriOf(name)}` }));
  },
  codeChallenge: ({ registered }) => {
    if (registered === undefined) return deriveChallenge;
    const [pair] = workingPairs(registered);
    return pair === undefined ? newPair(registered) : [{ value: pair.codeChallenge }];
  },
  scopes: ({ registered }) => {
    const scopes = registered?.setup.scopes ?? [];
    return scopes.length === 0 ? [] : [{ value: scopes.join(' ') }];
  },
  authenticationUrl: ({ registered }) => [
    { value: registered?.setup.authenticationUrl ?? documentedEndpoints.authenticationUrl },
  ],
  accessTokenUrl: ({ registered }) => [
    { value: registered?.setup.accessTokenUrl ?? documentedEndpoints.accessTokenUrl },
  ],
  setup: ({ registered }) => showValues(registered),
};

/** How to see every value of the setup, to compare them; nothing if it has no file. */
export const showValues = (registered: SetupWithFile | undefined): Line[] =>
  registered?.file === undefined
    ? []
    : ['To see the values in your setup, run:', { command: [programName, 'show', registered.file] }];
