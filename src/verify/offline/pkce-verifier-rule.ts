import { failed, passed, skipped } from '../../checks/finding.ts';
import { labels } from '../../facts/labels.ts';
import { parseCodeVerifier } from '../../oauth/code-verifier.ts';
import { enterNewPair } from './pair-steps.ts';
import { replacePair } from './repair.ts';
import type { OfflineRule } from './rule.ts';

/** RFC 7636 section 4.1 for the form, section 7.1 for the strength of a verifier. */
export const pkceVerifier: OfflineRule = {
  id: 'pkce.verifier',
  title: labels.codeVerifier,
  values: ['codeVerifier'],
  judge: ({ codeVerifier, file }) => {
    if (codeVerifier === undefined) return skipped('Not provided.');
    const parsed = parseCodeVerifier(codeVerifier);
    const [problem] = parsed.ok ? parsed.warnings : [`The code verifier ${parsed.problem}`];
    if (problem !== undefined) return { ...failed(problem, enterNewPair(file)), repair: replacePair };
    return passed(`${codeVerifier.length} characters, all valid.`);
  },
};
