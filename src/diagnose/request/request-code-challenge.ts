import { questions } from '../../answers/questions.ts';
import { labels } from '../../facts/labels.ts';
import { verifierRow } from '../../facts/places.ts';
import { isCodeVerifier } from '../../oauth/code-verifier.ts';
import { challengeLength } from '../../oauth/pkce.ts';
import { foreignCharacterProblem, visibleAscii } from '../../text/characters.ts';
import { unwrapped } from '../../text/wrapping.ts';
import { challengeFormProblem, challengeProblem } from '../../verify/offline/challenge-problem.ts';
import { derivationOf } from '../../verify/offline/pkce-mistakes.ts';
import { type Repair, replacePair } from '../../verify/offline/repair.ts';
import { spoiledOnlyBy, tellingLength } from '../../verify/offline/spoiled-challenge.ts';
import { nameOf, type SetupWithFile } from '../evidence/registered.ts';
import { challengesIn, verifiersIn, workingPairs } from '../evidence/registered-pairs.ts';
import { knownChallengeProblem } from './known-challenges.ts';
import { challengeFix, findMistake, ifOutdated, newPair, rotation, withMore } from './request-fixes.ts';
import { doubtful, formOnly, type Judgment, proven, provenBut, wrong } from './request-rule.ts';
import { beginsOne, isBeginningOf, parameterRule } from './request-values.ts';

export const requestCodeChallenge = parameterRule(
  { id: 'request.code-challenge', title: labels.codeChallenge, name: 'code_challenge' },
  (registered) => ({
    whole: (value) => judgeChallenge(value, registered),
    absent: () => missing(registered),
    fix: () => challengeFix(registered),
    isUnfinished: (start) => isUnfinished(start, registered),
    otherwise: (start) => judgeStart(start, registered),
  }),
);

function missing(registered: SetupWithFile | undefined): Judgment {
  return wrong(
    `The request has no code_challenge. The row is missing, or its ${labels.sendIn} isn't ${labels.requestUrl}.`,
    withMore(challengeFix(registered), [`Set ${labels.sendIn} of that row to ${labels.requestUrl}.`]),
    'missing',
  );
}

function judgeChallenge(value: string, registered: SetupWithFile | undefined): Judgment {
  if (value === '') return missing(registered);
  const known = knownChallengeProblem(value);
  const isPrevious = value === registered?.setup.previousPkce?.codeChallenge;
  if (known !== undefined && !isPrevious) return worthless(known, value, registered);
  return registered === undefined ? judgeForm(value) : compare(value, registered);
}

function compare(value: string, registered: SetupWithFile): Judgment {
  const bare = unwrapped(value);
  if (verifiersIn(registered).map(unwrapped).includes(bare)) return swapped(registered);
  const wrapping = value === bare ? undefined : wrappingProblem(value);
  if (wrapping !== undefined && challengesIn(registered).includes(bare))
    return wrong(`The code challenge ${wrapping}.`, challengeFix(registered));
  const { pkce, previousPkce } = registered.setup;
  const working = workingPairs(registered).find(({ codeChallenge }) => codeChallenge === value);
  const isOwn = value === pkce.codeChallenge;
  if (isOwn && working?.codeVerifier === pkce.codeVerifier) return proven(`Matches ${nameOf(registered)}.`);
  if (value === previousPkce?.codeChallenge) return rotated(registered);
  if (working !== undefined) return inconsistent(registered);
  return (isOwn ? sameMistake(registered) : undefined) ?? mistaken(value, registered);
}

function swapped(registered: SetupWithFile): Judgment {
  return wrong(
    'The request contains the code verifier in place of the code challenge.',
    rotation(registered),
    'swapped',
  );
}

/** The pair itself has to be replaced if the setup has the same challenge. */
function worthless(problem: string, value: string, registered: SetupWithFile | undefined): Judgment {
  const says = `The code challenge ${problem}.`;
  if (registered === undefined) return wrong(says, challengeFix(undefined));
  return value === registered.setup.pkce.codeChallenge
    ? wrong(says, newPair(registered))
    : wrong(says, challengeFix(registered), 'other-verifier');
}

/** White space, which no one sees, or quotation marks. */
function wrappingProblem(value: string): string {
  const isSpace = value.trim() !== value;
  return isSpace
    ? (foreignCharacterProblem(value, visibleAscii) ?? 'has white space before or after it')
    : (foreignCharacterProblem(value, /^[\w-]$/) ?? 'has extra characters before or after it');
}

/** The code challenge is right, as a code verifier in the file shows. Only the file has to be corrected. */
const inconsistent = (registered: SetupWithFile): Judgment =>
  provenBut(
    `The code challenge belongs to a code verifier in ${nameOf(registered)}, but the values of the pair there don't match.`,
    findMistake(registered),
  );

/** The request matches the file, but the file is wrong. An invalid code verifier shows no mistake of its challenge. */
function sameMistake(registered: SetupWithFile): Judgment | undefined {
  const { codeChallenge, codeVerifier } = registered.setup.pkce;
  const problem = isCodeVerifier(codeVerifier) ? challengeProblem(codeChallenge, codeVerifier) : undefined;
  return (
    problem &&
    wrong(
      `${problem.detail} ${nameOf(registered)} contains the same mistake.`,
      newPair(registered),
      problem.code,
    )
  );
}

function rotated(registered: SetupWithFile): Judgment {
  return wrong(
    `The code challenge is the previous one in ${nameOf(registered)}. The pair was rotated, but this row wasn't updated.`,
    withMore(challengeFix(registered), [`Make sure that ${verifierRow} contains the new code verifier.`]),
    'rotated',
  );
}

/** How the challenge came about, from the verifier of any pair; a `+` in a URL may have become a space. */
function mistaken(value: string, registered: SetupWithFile): Judgment {
  const { previousPkce } = registered.setup;
  const current = workingPairs(registered).map(({ codeVerifier }) => ({ codeVerifier, note: '' }));
  const previous = { note: ` That is the previous verifier in ${nameOf(registered)}.` };
  const sources = previousPkce === undefined ? current : [...current, { ...previousPkce, ...previous }];
  for (const candidate of [value.replaceAll(' ', '+'), unwrapped(value)])
    for (const { codeVerifier, note } of sources) {
      const made = derivationOf(codeVerifier, candidate);
      if (made !== undefined)
        return wrong(`The code challenge ${made.says}.${note}`, challengeFix(registered), made.code);
    }
  const problem = malformed(value);
  const difference = differenceOf(value, registered);
  if (difference !== undefined)
    return wrong(
      difference,
      challengeFix(registered, value),
      problem === undefined ? 'other-verifier' : problem.code,
    );
  if (problem !== undefined) return wrong(problem.detail, challengeFix(registered), problem.code);
  if (current.length === 0) return notCompared(registered);
  return wrong(
    `The code challenge doesn't belong to the code verifier in ${nameOf(registered)}.`,
    withMore(challengeFix(registered), ifOutdated(registered, 'code verifier', verifierRepair)),
    'other-verifier',
  );
}

const verifierRepair: Repair = { ...replacePair, [questions.codeVerifier.option]: { usage: '<file>' } };

/** What shows that the right code challenge was typed or copied wrong. */
function differenceOf(value: string, registered: SetupWithFile): string | undefined {
  const [difference] = workingPairs(registered).flatMap(
    ({ codeChallenge }) => spoiledOnlyBy(value, codeChallenge) ?? [],
  );
  return difference && `The code challenge ${difference} the one in ${nameOf(registered)}.`;
}

/** The code challenge may be right: the file doesn't show which code verifier is registered. */
const notCompared = (registered: SetupWithFile): Judgment =>
  doubtful(
    `Valid format. Not compared, because the code verifier in ${nameOf(registered)} is invalid.`,
    findMistake(registered),
  );

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

const wellFormedStart = new RegExp(`^[\\w-]{0,${challengeLength - 1}}$`);

const isUnfinished = (start: string, registered: SetupWithFile | undefined): boolean =>
  registered === undefined
    ? wellFormedStart.test(start)
    : isBeginningOf(start, ...currentChallenges(registered));

function currentChallenges(registered: SetupWithFile): string[] {
  const others = [registered.setup.previousPkce?.codeChallenge, ...verifiersIn(registered)];
  return challengesIn(registered).filter((each) => !others.includes(each));
}

function judgeStart(start: string, registered: SetupWithFile | undefined): Judgment | undefined {
  if (registered === undefined) return judgeForm(start);
  if (start.length < tellingLength || currentChallenges(registered).includes(start)) return undefined;
  const previous = registered.setup.previousPkce?.codeChallenge;
  if (beginsOne(start, ...verifiersIn(registered))) return swapped(registered);
  if (beginsOne(start, previous)) return rotated(registered);
  if (workingPairs(registered).length === 0) return undefined;
  return wrong(
    `The beginning of the code challenge doesn't match ${nameOf(registered)}.`,
    challengeFix(registered),
    'other-verifier',
  );
}
