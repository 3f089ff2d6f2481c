import { type Finding, failed, undecided } from '../../checks/finding.ts';
import type { Redactor } from '../../checks/redactor.ts';
import type { Cause } from '../../facts/error-cause.ts';
import { errorCauses } from '../../facts/error-causes.ts';
import type { KnownError } from '../../facts/error-meaning.ts';
import type { Line } from '../../message.ts';
import type { ServerError } from '../../oauth/server-error.ts';
import { quotation } from '../../verify/online/quote.ts';
import { withMore } from '../request/request-fixes.ts';
import {
  isDecisive,
  isRuledOutBySetup,
  likeliestFirst,
  narrowedBy,
  reasonAgainst,
  saysOf,
  shownBy,
} from './cause-evidence.ts';
import { fixOf, showValues } from './cause-fix.ts';
import { factsOfError } from './facts-of-error.ts';
import { disagreement } from './judge-quoted.ts';
import type { PasteFacts } from './paste-facts.ts';
import type { RecognizedError } from './recognized-error.ts';
import { wrongUrlIn } from './wrong-url.ts';

/** An error, and what the paste says about it. */
interface Explained {
  readonly known: KnownError;
  readonly code: string | undefined;
  /** The words by which it was recognized, and what it means. */
  readonly means: string;
  /** Why some of its causes are ruled out. */
  readonly reasons: readonly string[];
  readonly facts: PasteFacts;
}

/** The verdict on an error: the registered value that causes it if only one can, else what to look at. */
export function explainError(found: RecognizedError, paste: PasteFacts): Finding {
  const { error, known, by, hasUnknownWords, quoted } = found;
  const facts = factsOfError(found, paste);
  const ofToken = asOfTokenRequest(found, facts);
  if (ofToken !== undefined) return explainError(ofToken, paste);
  const wrongUrl = wrongUrlIn(found, facts);
  const means = sentences(
    recognized(error, facts.redactor),
    hasUnknownWords ? codeOnly : '',
    known.means,
    wrongUrl?.says,
  );
  const code = by === 'unknown' ? undefined : error.code;
  const other = disagreement(quoted, facts.valuesSent);
  if (other !== undefined) return ofAnotherAttempt(means, other, code);
  const causes = (wrongUrl?.causes ?? known.causes).map((name): Cause => errorCauses[name]);
  const shown = causes.map((cause) => shownBy(cause, facts)).find((each) => each !== undefined);
  if (shown !== undefined) return failed(`${means} ${shown.says}`, shown.fix, code);
  const reasons = causes.map((cause) => reasonAgainst(cause, facts)).filter((each) => each !== undefined);
  const left = causes.filter((cause) => reasonAgainst(cause, facts) === undefined);
  const [first, ...others] = likeliestFirst(left, facts);
  const explained: Explained = { known, code, means, reasons: [...new Set(reasons)], facts };
  if (first === undefined) return withoutCause(explained);
  const isCertain =
    wrongUrl !== undefined ||
    (known.otherwise === undefined && (isOneValue([first, ...others]) || isDecisive(first, facts)));
  const rest = [...others, ...causes.filter((cause) => isRuledOutBySetup(cause, facts))];
  return isCertain ? withCertainCause(first, rest, explained) : withCauses([first, ...rest], explained);
}

/** What an error means instead if the token request caused it. What it quotes of the authorization request is then right. */
function asOfTokenRequest(
  found: RecognizedError,
  { hasCode, sent }: PasteFacts,
): RecognizedError | undefined {
  const { afterCode, atToken } = found.known;
  const isOfToken = sent?.field === 'accessTokenUrl' && sent.problem === undefined;
  if (isOfToken && atToken !== undefined) return { ...found, known: atToken };
  return hasCode && afterCode !== undefined ? { ...found, known: afterCode, quoted: [] } : undefined;
}

const codeOnly = 'Only the error code was recognized, not the rest of the message.';

function recognized(error: ServerError, redactor: Redactor): string {
  const shown = quotation(withoutRepetition(error), redactor);
  return shown === '' ? '' : `Recognized: ${shown}`;
}

/** Without words that are only the code, even if others were omitted around it. */
const withoutRepetition = ({ code, words, ...error }: ServerError): ServerError => {
  const isCode = words.replaceAll('\u2026', '').trim().toLowerCase() === code;
  return { ...error, ...(code === undefined ? {} : { code }), words: isCode ? '' : words };
};

const isOneValue = (causes: readonly Cause[]): boolean =>
  new Set(causes.map(({ value }) => value)).size === 1;

/** No registered value is at fault, or the paste rules out all of them. */
function withoutCause({ known, code, means, reasons, facts }: Explained): Finding {
  if (reasons.length === 0 || known.advice !== undefined)
    return undecided(sentences(means, known.otherwise, ...reasons), adviceOn(known, facts), code);
  return undecided(`${means} ${reasons.join(' ')} The error may be from another attempt.`, sameAttempt, code);
}

const ofAnotherAttempt = (means: string, other: string, code: string | undefined): Finding =>
  undecided(
    `${means} The error quotes a different ${other} than the request, so they are from different attempts.`,
    sameAttempt,
    code,
  );

const sameAttempt =
  'Sign in again in Jitterbit. Then paste the URL of the sign-in window together with the error from the same attempt.';

const adviceOn = ({ advice, needsValues }: KnownError, { registered }: PasteFacts): Line[] => [
  ...(advice === undefined ? [] : [advice]),
  ...(needsValues ? showValues(registered) : []),
];

function withCertainCause(
  cause: Cause,
  others: readonly Cause[],
  { code, means, reasons, facts }: Explained,
): Finding {
  const next = others
    .filter(({ value }) => value !== cause.value)
    .flatMap((other) => stepFor(other, facts, 'If it still fails, check another possible cause. '));
  return failed(
    sentences(means, ...reasons, narrowedBy(cause, facts) ?? saysOf(cause, facts)),
    withMore(fixOf(cause, facts), next),
    code,
  );
}

function withCauses(causes: readonly Cause[], { known, code, means, reasons, facts }: Explained): Finding {
  const steps =
    causes.length === 1
      ? 'The step below is for one possible cause.'
      : 'The steps below go through the possible causes, most likely first.';
  const wouldShow = facts.judged.size === 0 && causes.some(({ check }) => check !== undefined);
  return undecided(
    sentences(means, known.otherwise, ...reasons, steps, wouldShow ? pasteRequest : ''),
    causes.flatMap((cause) => stepFor(cause, facts)),
    code,
  );
}

const pasteRequest = 'To narrow this down, paste the URL of the sign-in window together with the error.';

/** What is wrong if this is the cause, and its fix, as one step. */
function stepFor(cause: Cause, facts: PasteFacts, intro = ''): Line[] {
  const [step, ...rest] = fixOf(cause, facts);
  return [`${intro}${saysOf(cause, facts)} ${step}`, ...rest];
}

const sentences = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' ');
