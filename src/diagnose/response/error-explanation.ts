import { type Finding, failed, undecided } from '../../checks/finding.ts';
import { type Cause, errorCauses } from '../../facts/error-causes.ts';
import type { KnownError } from '../../facts/error-meaning.ts';
import type { Line } from '../../message.ts';
import { quoted } from '../../verify/online/quote.ts';
import { withMore } from '../request/request-fixes.ts';
import { isDecisive, likeliestFirst, narrowedBy, reasonAgainst, shownBy } from './cause-evidence.ts';
import { fixOf, showValues } from './cause-fix.ts';
import type { PasteFacts } from './paste-facts.ts';
import type { RecognizedError } from './recognized-error.ts';

/** An error, and what the paste says about it. */
interface Explained {
  readonly known: KnownError;
  readonly code: string | undefined;
  /** The server's words, after a space. */
  readonly says: string;
  /** Why some of its causes are ruled out. */
  readonly reasons: readonly string[];
  readonly facts: PasteFacts;
}

/** The verdict on an error: the registered value that causes it if only one can, else what to look at. */
export function explainError(
  { error, known, by, hasUnknownWords }: RecognizedError,
  facts: PasteFacts,
): Finding {
  const unknown = hasUnknownWords ? ' Only the error code was recognized, not the rest of the message.' : '';
  const says = quoted(error, facts.redactor) + unknown;
  const code = by === 'unknown' ? undefined : error.code;
  const causes = known.causes.map((name): Cause => errorCauses[name]);
  const shown = causes.map((cause) => shownBy(cause, facts)).find((each) => each !== undefined);
  if (shown !== undefined) return failed(`${known.means} ${shown.says}${says}`, shown.fix, code);
  const reasons = causes.map((cause) => reasonAgainst(cause, facts)).filter((each) => each !== undefined);
  const left = causes.filter((cause) => reasonAgainst(cause, facts) === undefined);
  const [first, ...others] = likeliestFirst(left, facts);
  const explained: Explained = { known, code, says, reasons: [...new Set(reasons)], facts };
  if (first === undefined) return withoutCause(explained);
  const isCertain =
    known.otherwise === undefined && (isOneValue([first, ...others]) || isDecisive(first, facts));
  return isCertain ? withCertainCause(first, others, explained) : withCauses([first, ...others], explained);
}

const isOneValue = (causes: readonly Cause[]): boolean =>
  new Set(causes.map(({ value }) => value)).size === 1;

/** No registered value is at fault, or the paste rules out all of them. */
function withoutCause({ known, code, says, reasons, facts }: Explained): Finding {
  if (reasons.length === 0) return undecided(`${known.means}${says}`, adviceOn(known, facts), code);
  return undecided(
    `${known.means} ${reasons.join(' ')} The error may be from another attempt.${says}`,
    'Sign in again in Jitterbit. Then paste the URL of the sign-in window together with the error from the same attempt.',
    code,
  );
}

const adviceOn = ({ advice, needsValues }: KnownError, { registered }: PasteFacts): Line[] => [
  ...(advice === undefined ? [] : [advice]),
  ...(needsValues ? showValues(registered) : []),
];

function withCertainCause(
  cause: Cause,
  others: readonly Cause[],
  { known, code, says, reasons, facts }: Explained,
): Finding {
  const next = others
    .filter(({ value }) => value !== cause.value)
    .flatMap((other) => stepFor(other, facts, 'If it still fails, check another possible cause. '));
  return failed(
    sentences(known.means, ...reasons, narrowedBy(cause, facts) ?? cause.says) + says,
    withMore(fixOf(cause, facts), next),
    code,
  );
}

function withCauses(causes: readonly Cause[], { known, code, says, reasons, facts }: Explained): Finding {
  const steps =
    causes.length === 1
      ? 'The step below is for the most likely cause.'
      : 'The steps below go through the possible causes, most likely first.';
  const wouldShow = facts.judged.size === 0 && causes.some(({ check }) => check !== undefined);
  return undecided(
    `${sentences(known.means, known.otherwise, ...reasons)}${says} ${steps}${wouldShow ? pasteRequest : ''}`,
    causes.flatMap((cause) => stepFor(cause, facts)),
    code,
  );
}

const pasteRequest = ' To narrow this down, paste the URL of the sign-in window together with the error.';

/** What is wrong if this is the cause, and its fix, as one step. */
function stepFor(cause: Cause, facts: PasteFacts, intro = ''): Line[] {
  const [step, ...rest] = fixOf(cause, facts);
  return [`${intro}${cause.says} ${step}`, ...rest];
}

const sentences = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' ');
