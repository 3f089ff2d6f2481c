import { type Check, linesOfFix } from '../checks/check.ts';
import { type Finding, failed, undecided } from '../checks/finding.ts';
import type { Redactor } from '../checks/redactor.ts';
import { documentedEndpoints } from '../facts/endpoints.ts';
import { type Cause, errorCauses, type RightValue } from '../facts/error-causes.ts';
import { redirectUriOf, regionNames } from '../facts/regions.ts';
import { type KnownError, knownErrorOf, type Recognition } from '../facts/server-words.ts';
import type { Line } from '../message.ts';
import { codesInProse, isOnlyMentioned } from '../oauth/error-codes.ts';
import type { ServerError } from '../oauth/server-error.ts';
import { programName } from '../terminal/program-words.ts';
import { deriveChallenge } from '../verify/offline/pair-steps.ts';
import { quoted } from '../verify/online/quote.ts';
import { nameOf, redirectUriFor, type SetupWithFile } from './registered.ts';
import { withMore } from './request-fixes.ts';
import type { Judgment } from './request-rule.ts';

/** What the rest of the paste and the setup tell about the causes of an error. */
export interface Facts {
  readonly registered?: SetupWithFile | undefined;
  /** The checks of the request in the same paste, by their ids; empty without one. */
  readonly judged: ReadonlyMap<string, Judgment>;
  /** Whether the request lacks a parameter; false without a whole request. */
  readonly lacks: (parameter: string) => boolean;
  /** The redirect URI that the request has, where it is one of Jitterbit's. */
  readonly redirectUri?: string | undefined;
  /** The offline checks of the setup that failed. */
  readonly failedInFile: readonly Check[];
  /** A code came back to Jitterbit in the same paste. */
  readonly hasCode: boolean;
  readonly redactor: Redactor;
}

/** An error that was recognized in a paste; of its words only those by which it was recognized, which are public. */
export interface RecognizedError {
  readonly error: ServerError;
  readonly known: KnownError;
  readonly by: Recognition;
  /** It has more words than its code, and they are unknown here. */
  readonly hasUnknownWords: boolean;
}

/** What precedes the code and the words of an error in a text. */
const errorLabels = /\berror(?:[ _]?(?:code|description))?\b\W{0,3}/gi;

/** Words as codes have them; anything else may be a secret. */
const plainCode = /^[a-z]{1,20}(?:_[a-z]{1,20}){1,5}$/;

const onlyMentioned = 'The text only mentions this error, so the server may have reported a different one.';

/** What is known of an error; undefined for a text that isn't one. Prose may name its code. */
export function recognizedError({ code, words }: ServerError): RecognizedError | undefined {
  const named = code ?? codesInProse(words)[0];
  const found = knownErrorOf(named, words);
  if (found === undefined) return undefined;
  const { by } = found;
  const isMention = by !== 'words' && named !== undefined && isOnlyMentioned(named, words);
  const known = isMention ? { ...found.known, otherwise: onlyMentioned } : found.known;
  const hasUnknownWords =
    by === 'code' && /\S/.test(words.replaceAll(named ?? '', '').replace(errorLabels, ''));
  const isShown = named !== undefined && (by !== 'unknown' || plainCode.test(named));
  const error = { ...(isShown ? { code: named } : {}), words: found.words };
  return { error, known, by, hasUnknownWords };
}

/** The verdict on an error: the registered value that causes it, where only one can, else what to look at. */
export function explainError({ error, known, by, hasUnknownWords }: RecognizedError, facts: Facts): Finding {
  const unknown = hasUnknownWords ? ' Only the error code was recognized, not the rest of the message.' : '';
  const says = quoted(error, facts.redactor) + unknown;
  const code = by === 'unknown' ? undefined : error.code;
  const causes = known.causes.map((name): Cause => errorCauses[name]);
  const shown = causes.map((cause) => shownBy(cause, facts)).find((each) => each !== undefined);
  if (shown !== undefined) return failed(`${known.means} ${shown.says}${says}`, shown.fix, code);
  const ruledOut = causes.map((cause) => reasonAgainst(cause, facts));
  const reasons = [...new Set(ruledOut.filter((reason) => reason !== undefined))];
  const left = likeliestFirst(
    causes.filter((_, index) => ruledOut[index] === undefined),
    facts,
  );
  if (left.length === 0) return withoutCause(known, code, reasons, says, facts);
  return withCauses(known, code, left, reasons, says, facts);
}

/** No registered value is at fault, or the paste rules out all of them. */
function withoutCause(
  known: KnownError,
  code: string | undefined,
  reasons: readonly string[],
  says: string,
  { registered }: Facts,
): Finding {
  if (reasons.length === 0) return undecided(`${known.means}${says}`, adviceOf(known, registered), code);
  return undecided(
    `${known.means} ${reasons.join(' ')} The error may be from another attempt.${says}`,
    'Sign in again in Jitterbit. Then paste the URL of the sign-in window together with the error from the same attempt.',
    code,
  );
}

const adviceOf = (known: KnownError, registered: SetupWithFile | undefined): Line[] => [
  ...(known.advice === undefined ? [] : [known.advice]),
  ...(known.advice?.includes('your setup') && registered?.file !== undefined ? showFile(registered) : []),
];

function withCauses(
  known: KnownError,
  code: string | undefined,
  left: readonly Cause[],
  reasons: readonly string[],
  says: string,
  facts: Facts,
): Finding {
  const [first, ...others] = left;
  if (first === undefined) return undecided(known.means, undefined, code);
  const isCertain = known.otherwise === undefined && (isOneValue(left) || isDecisive(first, facts));
  if (isCertain) {
    const next = others.filter(({ value }) => value !== first.value);
    const fix = withMore(
      fixOf(first, facts),
      next.flatMap((cause) => {
        const [step, ...rest] = fixOf(cause, facts);
        return [`If it still fails, check another possible cause. ${cause.says} ${step}`, ...rest];
      }),
    );
    return failed(
      sentences(known.means, ...reasons, narrowedBy(first, facts) ?? first.says) + says,
      fix,
      code,
    );
  }
  const steps =
    left.length === 1
      ? 'The step below is for the most likely cause.'
      : 'The steps below go through the possible causes, most likely first.';
  return undecided(
    `${sentences(known.means, known.otherwise, ...reasons)}${says} ${steps}`,
    left.flatMap((cause) => {
      const [step, ...rest] = fixOf(cause, facts);
      return [`${cause.says} ${step}`, ...rest];
    }),
    code,
  );
}

const sentences = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' ');

const isOneValue = (causes: readonly Cause[]): boolean =>
  new Set(causes.map(({ value }) => value)).size === 1;

/** What comes first after everything more likely was ruled out, and isn't in the request. */
const isDecisive = ({ lacking }: Cause, { lacks, judged }: Facts): boolean =>
  lacking !== undefined && judged.size > 0 && lacks(lacking);

/** A cause that the request lacks the means against is likelier than what can't be seen at all. */
function likeliestFirst(causes: readonly Cause[], facts: Facts): readonly Cause[] {
  const [first] = causes;
  return first?.lacking !== undefined && !facts.lacks(first.lacking) ? [...causes.slice(1), first] : causes;
}

/** The wrong value itself, in the request of the same paste or in the setup. */
function shownBy(cause: Cause, facts: Facts): { says: string; fix: readonly Line[] } | undefined {
  const finding = facts.judged.get(cause.check ?? '')?.finding;
  if (finding?.status === 'fail')
    return { says: `The request shows why: ${finding.detail}`, fix: linesOfFix(finding.fix ?? []) };
  const isSeen = finding !== undefined && finding.status !== 'inconclusive';
  const inFile = isSeen ? undefined : facts.failedInFile.find(({ id }) => id === cause.inFile);
  if (inFile === undefined || facts.registered === undefined) return undefined;
  return {
    says: `${nameOf(facts.registered)} shows why: ${inFile.detail}`,
    fix: linesOfFix(inFile.fix ?? []),
  };
}

/** Why a cause is out, in words; undefined for one that remains. */
function reasonAgainst(cause: Cause, facts: Facts): string | undefined {
  const judged = facts.judged.get(cause.check ?? '');
  const isRight = judged?.finding.status === 'pass' && (judged.isProven || cause.formIsEnough === true);
  if (isRight && cause.ruledOut !== undefined) return cause.ruledOut;
  return facts.hasCode ? cause.ruledOutByCode : undefined;
}

/** What the request tells of a cause that remains, instead of its general sentence. */
function narrowedBy({ check = '', narrowed }: Cause, { judged }: Facts): string | undefined {
  const found = judged.get(check);
  return found?.finding.status === 'pass' && (found.isProven || check === 'request.redirect-uri')
    ? narrowed
    : undefined;
}

/** One step: what to copy completes its sentence, and how to get it follows in the same paragraph. */
function fixOf({ fix, right }: Cause, facts: Facts): [string, ...Line[]] {
  const [first, ...rest] = right === undefined ? [] : rightLines[right](facts);
  if (first === undefined) return [fix];
  if (typeof first === 'string') return [`${fix} ${first}`, ...rest];
  return [fix.replace(/\.$/, ':'), first, ...rest];
}

/** What to copy for a fix: the setup's own value, else what is documented. */
const rightLines: Readonly<Record<RightValue, (facts: Facts) => Line[]>> = {
  redirectUri: ({ registered, redirectUri }) => {
    const known = redirectUri ?? (registered && redirectUriFor(registered));
    if (known !== undefined) return [{ value: known }];
    return regionNames.map((name) => ({ value: `${name}: ${redirectUriOf(name)}` }));
  },
  codeChallenge: ({ registered }) =>
    registered === undefined ? [...deriveChallenge] : [{ value: registered.setup.pkce.codeChallenge }],
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
  setup: ({ registered }) => (registered?.file === undefined ? [] : showFile(registered)),
};

/** Every value of the setup, to be compared. */
const showFile = ({ file = '' }: SetupWithFile): Line[] => [
  'To see the values in your setup, run:',
  { command: [programName, 'show', file] },
];
