import { failed, passed, skipped } from '../../checks/finding.ts';
import { labels } from '../../facts/labels.ts';
import { parameterRow } from '../../facts/places.ts';
import { parseCodeVerifier } from '../../oauth/code-verifier.ts';
import { programName } from '../../terminal/program-words.ts';
import type { OfflineRule } from './rule.ts';

const both = `${parameterRow('tokenRequest', 'code_verifier')}, with the challenge that belongs to it in ${parameterRow('authenticationRequest', 'code_challenge')}`;

/** RFC 7636 section 4.1 for the form, section 7.1 for what a verifier has to be worth. */
export const pkceVerifier: OfflineRule = {
  id: 'pkce.verifier',
  title: labels.codeVerifier,
  judge: ({ codeVerifier }) => {
    if (codeVerifier === undefined) return skipped('No code verifier was given.');
    const parsed = parseCodeVerifier(codeVerifier);
    const [problem] = parsed.ok ? parsed.warnings : [`The code verifier ${parsed.problem}`];
    if (problem !== undefined)
      return failed(problem, ['Make a new pair:', { command: [programName, 'pkce'] }, `It goes to ${both}.`]);
    return passed(`It has ${codeVerifier.length} characters of the right alphabet.`);
  },
};
