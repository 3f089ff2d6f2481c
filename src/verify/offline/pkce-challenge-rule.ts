import type { Fix } from '../../checks/check.ts';
import { type Finding, failed, passed, skipped } from '../../checks/finding.ts';
import { labels } from '../../facts/labels.ts';
import { parameterRow } from '../../facts/places.ts';
import { challengeLength, deriveCodeChallenge } from '../../oauth/pkce.ts';
import { challengeMethodKey } from '../../setup-file/parameter-rows.ts';
import { programName } from '../../terminal/program-words.ts';
import { base64urlCharacter, foreignCharacter } from '../../text/characters.ts';
import { quotationProblem } from '../../text/quotation.ts';
import { type ChallengeCode, derivationOf, formOf } from './pkce-mistakes.ts';
import type { OfflineRule } from './rule.ts';

const challengeRow = parameterRow('authenticationRequest', 'code_challenge');
const verifierRow = parameterRow('tokenRequest', 'code_verifier');

/** The only form that S256 can have: 32 octets in base64url without padding, RFC 7636 section 4.2. */
const wellFormed = new RegExp(`^[A-Za-z0-9_-]{${challengeLength}}$`);

export const pkceChallenge: OfflineRule = {
  id: 'pkce.challenge',
  title: labels.codeChallenge,
  judge: ({ codeVerifier, codeChallenge, codeChallengeMethod = 'S256' }) => {
    if (codeChallenge === undefined) return skipped('No code challenge was given.');
    if (codeVerifier === undefined) return judgeForm(codeChallenge);
    if (codeChallenge !== deriveCodeChallenge(codeVerifier))
      return explainMismatch(codeVerifier, codeChallenge);
    if (codeChallengeMethod !== 'S256')
      return failed(
        'The code challenge method of the pair is not S256, the only one that ZoomInfo takes.',
        `Set it to S256 (in the setup file: /pkce/codeChallengeMethod), and where there is ${parameterRow('authenticationRequest', challengeMethodKey)}, there too.`,
        codeChallengeMethod === 'plain' ? ('plain' satisfies ChallengeCode) : undefined,
      );
    return passed('It is S256 of the code verifier.');
  },
};

/** Without the verifier only the form can be judged, and a good form proves nothing. */
function judgeForm(challenge: string): Finding {
  if (wellFormed.test(challenge))
    return skipped('No code verifier was given to compare it with; its form is right.');
  return failed(...malformed(challenge));
}

function explainMismatch(verifier: string, challenge: string): Finding {
  const fix = `Put this into ${challengeRow}: ${deriveCodeChallenge(verifier)}`;
  if (challenge === verifier)
    return failed(
      'The code challenge is the code verifier itself (plain), not S256 of it.',
      fix,
      'plain' satisfies ChallengeCode,
    );
  if (deriveCodeChallenge(challenge) === verifier)
    return failed(
      'Code verifier and code challenge are swapped.',
      `Exchange the two: ${challengeRow}, and ${verifierRow}.`,
      'swapped' satisfies ChallengeCode,
    );
  const made = derivationOf(verifier, challenge);
  if (made !== undefined) return failed(`The code challenge ${made.says}.`, fix, made.code);
  if (wellFormed.test(challenge))
    return failed(
      'The code challenge belongs to another code verifier: they are not of one pair.',
      `If the challenge is the right one, its verifier is missing from ${verifierRow}. If not: ${fix}`,
      'other-verifier' satisfies ChallengeCode,
    );
  const [detail, , code] = malformed(challenge);
  return failed(detail, fix, code);
}

function malformed(challenge: string): [detail: string, fix: Fix, code?: ChallengeCode] {
  const fix: Fix = [
    'Make it from the verifier:',
    { command: [programName, 'pkce', '--code-verifier-file'], usage: '<file>' },
    `Then put it into ${challengeRow}.`,
  ];
  const quotation = quotationProblem(challenge);
  if (quotation !== undefined) return [`The code challenge ${quotation}`, fix];
  const form = formOf(challenge);
  if (form?.code !== undefined) return [`The code challenge ${form.says}.`, fix, form.code];
  const foreign = foreignCharacter(challenge, base64urlCharacter);
  const what = foreign ?? `a length of ${challenge.length}`;
  return [`The code challenge has ${what}: it should have ${challengeLength} of A-Z a-z 0-9 - _.`, fix];
}
