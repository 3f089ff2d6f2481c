import { failed, passed, skipped } from '../../checks/finding.ts';
import type { Subject } from '../../checks/subject.ts';
import { labels } from '../../facts/labels.ts';
import type { Line } from '../../message.ts';
import { parseCodeVerifier } from '../../oauth/code-verifier.ts';
import { expectedCodeChallenge } from '../../oauth/expected-challenge.ts';
import { enterChallenge, enterNewPair, enterVerifier } from './pair-steps.ts';
import { rebuild, replacePair } from './repair.ts';
import type { OfflineRule } from './rule.ts';
import { soundVerifier } from './sound-verifier.ts';

/** RFC 7636 section 4.1 for the form, section 7.1 for the strength of a verifier. */
export const pkceVerifier: OfflineRule = {
  id: 'pkce.verifier',
  title: labels.codeVerifier,
  values: ['codeVerifier'],
  judge: (subject) => {
    const { codeVerifier, file } = subject;
    if (codeVerifier === undefined) return skipped('Not provided.');
    const parsed = parseCodeVerifier(codeVerifier);
    const [problem] = parsed.ok ? parsed.warnings : [`The code verifier ${parsed.problem}`];
    if (problem === undefined) return passed(`${codeVerifier.length} characters, all valid.`);
    const sound = soundVerifier(subject);
    return sound === undefined
      ? { ...failed(problem, enterNewPair(file)), repair: replacePair }
      : { ...failed(problem, enterSound(sound, subject)), repair: rebuild };
  },
};

/** A code challenge that was made from more than the code verifier is replaced, too. */
function enterSound(codeVerifier: string, { codeChallenge, file }: Subject): Line[] {
  const isRight = codeChallenge === undefined || codeChallenge === expectedCodeChallenge(codeVerifier);
  return [...(isRight ? [] : enterChallenge(codeVerifier)), ...enterVerifier(file)];
}
