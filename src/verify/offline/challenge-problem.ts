import { expectedCodeChallenge } from '../../oauth/expected-challenge.ts';
import { challengeLength } from '../../oauth/pkce.ts';
import { base64urlCharacter, foreignCharacter } from '../../text/characters.ts';
import { counted } from '../../text/counted.ts';
import { quotationProblem } from '../../text/quotation.ts';
import { type ChallengeCode, derivationOf, formOf } from './pkce-mistakes.ts';
import { spoiledOnlyBy } from './spoiled-challenge.ts';

/** What is wrong with a code challenge. */
export interface ChallengeProblem {
  readonly detail: string;
  readonly code?: ChallengeCode | undefined;
  /** Whether only the code challenge can be wrong, although its code doesn't say so. */
  readonly isVerifierRight?: true;
}

/** The only form that S256 can have: 32 bytes in base64url without padding, RFC 7636 section 4.2. */
const wellFormed = new RegExp(`^[A-Za-z0-9_-]{${challengeLength}}$`);

/** Compares a code challenge with S256 of a code verifier. The result contains neither. */
export function challengeProblem(challenge: string, verifier: string): ChallengeProblem | undefined {
  if (challenge === expectedCodeChallenge(verifier)) return undefined;
  if (challenge === verifier)
    return {
      detail: 'The code challenge is the code verifier itself (plain), not its S256 hash.',
      code: 'plain',
    };
  if (expectedCodeChallenge(challenge) === verifier)
    return { detail: 'The code verifier and code challenge are swapped.', code: 'swapped' };
  const made = derivationOf(verifier, challenge);
  if (made !== undefined) return { detail: `The code challenge ${made.says}.`, code: made.code };
  return (
    spoiled(challenge, verifier) ??
    challengeFormProblem(challenge) ?? {
      detail: 'The code challenge belongs to a different code verifier.',
      code: 'other-verifier',
    }
  );
}

/** The right code challenge that was typed or copied wrong: too similar to be that of another code verifier. */
function spoiled(challenge: string, verifier: string): ChallengeProblem | undefined {
  const difference = spoiledOnlyBy(challenge, expectedCodeChallenge(verifier));
  if (difference === undefined) return undefined;
  const code = wellFormed.test(challenge) ? 'other-verifier' : undefined;
  return {
    detail: `The code challenge ${difference} the one that belongs to the code verifier.`,
    code,
    isVerifierRight: true,
  };
}

/** Judges a code challenge alone. A valid format proves nothing about its verifier. */
export function challengeFormProblem(challenge: string): ChallengeProblem | undefined {
  if (wellFormed.test(challenge)) return undefined;
  const quotation = quotationProblem(challenge);
  if (quotation !== undefined) return { detail: `The code challenge ${quotation}` };
  const form = formOf(challenge);
  if (form?.code !== undefined) return { detail: `The code challenge ${form.says}.`, code: form.code };
  const foreign = foreignCharacter(challenge, base64urlCharacter);
  const what =
    foreign === undefined ? `is ${counted(challenge.length, 'character')} long` : `contains ${foreign}`;
  return {
    detail: `The code challenge ${what}. It must be ${challengeLength} characters long and contain only A-Z, a-z, 0-9, - and _.`,
  };
}
