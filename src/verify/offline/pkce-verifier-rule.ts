import { parameterRow } from '../../facts/places.ts';
import { verifierProblem, verifierWeakness } from '../../oauth/code-verifier.ts';
import { failed, passed, skipped } from '../finding.ts';
import type { OfflineRule } from './rule.ts';

const both = `${parameterRow('Token request', 'code_verifier')}, with the challenge that belongs to it in ${parameterRow('Authentication request', 'code_challenge')}`;

/** RFC 7636 section 4.1 for the form, section 7.1 for what a verifier has to be worth. */
export const pkceVerifier: OfflineRule = {
  id: 'pkce.verifier',
  title: 'PKCE Code Verifier',
  judge: ({ codeVerifier }) => {
    if (codeVerifier === undefined) return skipped('No code verifier was given.');
    const problem = verifierProblem(codeVerifier) ?? verifierWeakness(codeVerifier);
    if (problem !== undefined)
      return failed(`The code verifier ${problem}`, `A new pair, from zi-oauth-setup pkce, goes to ${both}.`);
    return passed(`It has ${codeVerifier.length} characters of the right alphabet.`);
  },
};
