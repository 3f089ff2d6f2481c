import { labels } from '../../facts/labels.ts';
import { verifierRow } from '../../facts/places.ts';
import { expectedCodeChallenge } from '../../oauth/expected-challenge.ts';
import type { Pkce } from '../../setup-file/schema.ts';
import { foreignCharacterProblem, visibleAscii } from '../../text/characters.ts';
import { challengeFormProblem, challengeProblem } from '../../verify/offline/challenge-problem.ts';
import { derivationOf } from '../../verify/offline/pkce-mistakes.ts';
import { nameOf, type SetupWithFile } from '../evidence/registered.ts';
import { challengeFix, newPair, rotation, withMore } from './request-fixes.ts';
import { formOnly, type Judgment, proven, type RequestRule, wrong } from './request-rule.ts';
import { beginsOne, judgeParameter, tellingLength, unwrapped } from './request-values.ts';

export const requestCodeChallenge: RequestRule = {
  id: 'request.code-challenge',
  title: labels.codeChallenge,
  judge: ({ request, registered }) =>
    judgeParameter(request, 'code_challenge', {
      whole: (value) => judgeChallenge(value, registered),
      absent: () => missing(registered),
      beginning: (start) => judgeStart(start, registered),
    }),
};

function missing(registered: SetupWithFile | undefined): Judgment {
  return wrong(
    `The request has no code_challenge. The row is missing, or its ${labels.sendIn} isn't ${labels.requestUrl}.`,
    withMore(challengeFix(registered), [`Set ${labels.sendIn} of that row to ${labels.requestUrl}.`]),
    'missing',
  );
}

function judgeChallenge(value: string, registered: SetupWithFile | undefined): Judgment {
  if (value === '') return missing(registered);
  if (registered === undefined) return judgeForm(value);
  const pairs = pairsOf(registered);
  const bare = unwrapped(value);
  if (pairs.some((pair) => isVerifierOf(bare, pair))) return swapped(registered);
  const wrapping = value === bare ? undefined : wrappingProblem(value);
  if (wrapping !== undefined && pairs.some(({ codeChallenge }) => codeChallenge === bare))
    return wrong(`The code challenge ${wrapping}.`, challengeFix(registered));
  const { pkce, previousPkce } = registered.setup;
  if (value === pkce.codeChallenge) return judgeOwn(registered);
  if (value === previousPkce?.codeChallenge) return rotated(registered);
  return mistaken(value, registered);
}

/** The current pair first. */
const pairsOf = ({ setup }: SetupWithFile): Pkce[] =>
  setup.previousPkce === undefined ? [setup.pkce] : [setup.pkce, setup.previousPkce];

/** The secret part of a pair, even if a file has the two swapped. */
const isVerifierOf = (value: string, { codeVerifier, codeChallenge }: Pkce): boolean =>
  (value === codeVerifier && expectedCodeChallenge(codeChallenge) !== value) ||
  (value === codeChallenge && expectedCodeChallenge(value) === codeVerifier);

function swapped(registered: SetupWithFile): Judgment {
  return wrong(
    'The request contains the code verifier in place of the code challenge.',
    rotation(registered),
    'swapped',
  );
}

/** White space, which no one sees, or quotation marks. */
function wrappingProblem(value: string): string {
  const isSpace = value.trim() !== value;
  return isSpace
    ? (foreignCharacterProblem(value, visibleAscii) ?? 'has white space before or after it')
    : (foreignCharacterProblem(value, /^[\w-]$/) ?? 'has extra characters before or after it');
}

/** The request matches the file, but the file may be wrong. */
function judgeOwn(registered: SetupWithFile): Judgment {
  const { codeChallenge, codeVerifier } = registered.setup.pkce;
  const problem = challengeProblem(codeChallenge, codeVerifier);
  if (problem === undefined) return proven(`Matches ${nameOf(registered)}.`);
  return wrong(
    `${problem.detail} ${nameOf(registered)} contains the same mistake.`,
    newPair(registered),
    problem.code,
  );
}

function rotated(registered: SetupWithFile): Judgment {
  return wrong(
    `The code challenge is the previous one in ${nameOf(registered)}. The pair was rotated, but this row wasn't updated.`,
    withMore(challengeFix(registered), [`Make sure that ${verifierRow} contains the new code verifier.`]),
    'rotated',
  );
}

/** How the challenge came about, from the verifier of either pair; a `+` in a URL may have become a space. */
function mistaken(value: string, registered: SetupWithFile): Judgment {
  const { pkce, previousPkce } = registered.setup;
  const candidates = [value.replaceAll(' ', '+'), unwrapped(value)];
  for (const candidate of candidates) {
    const made = derivationOf(pkce.codeVerifier, candidate);
    if (made !== undefined)
      return wrong(`The code challenge ${made.says}.`, challengeFix(registered), made.code);
    const before = previousPkce && derivationOf(previousPkce.codeVerifier, candidate);
    if (before !== undefined)
      return wrong(
        `The code challenge ${before.says}. That is the previous verifier in ${nameOf(registered)}.`,
        challengeFix(registered),
        before.code,
      );
  }
  const { detail, code } = malformed(value) ?? {
    detail: `The code challenge doesn't belong to the code verifier in ${nameOf(registered)}.`,
    code: 'other-verifier' as const,
  };
  return wrong(detail, challengeFix(registered), code);
}

const malformed = (value: string) =>
  challengeFormProblem(
    /^[\w/-]+(?: [\w/-]*)+=?$/.test(value.trimEnd()) && value === value.trim()
      ? value.replaceAll(' ', '+')
      : value,
  );

function judgeForm(value: string): Judgment {
  const problem = malformed(value);
  if (problem === undefined) return formOnly;
  return wrong(problem.detail, withMore(challengeFix(undefined), mayBeVerifier(value)), problem.code);
}

/** A code verifier has the same alphabet, but may be longer. */
const mayBeVerifier = (value: string) =>
  /^[\w-]{44,128}$/.test(value) && !/^[0-9a-f]{64}$/i.test(value)
    ? withMore('If the row contains the code verifier instead, replace the pair.', rotation(undefined))
    : [];

function judgeStart(start: string, registered: SetupWithFile | undefined): Judgment | undefined {
  if (registered === undefined) return undefined;
  const { pkce, previousPkce } = registered.setup;
  if (beginsOne(start, pkce.codeChallenge) && pkce.codeChallenge !== pkce.codeVerifier) return undefined;
  if (start.length < tellingLength) return undefined;
  if (beginsOne(start, pkce.codeVerifier, previousPkce?.codeVerifier)) return swapped(registered);
  if (beginsOne(start, previousPkce?.codeChallenge)) return rotated(registered);
  return wrong(
    `The beginning of the code challenge doesn't match ${nameOf(registered)}.`,
    challengeFix(registered),
    'other-verifier',
  );
}
