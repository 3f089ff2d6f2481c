import { linesOfFix } from '../../checks/check.ts';
import type { Cause, RightAsShown } from '../../facts/error-cause.ts';
import type { Line } from '../../message.ts';
import { nameOf } from '../evidence/registered.ts';
import { sourceOf } from '../request/request-endpoint.ts';
import type { Judgment } from '../request/request-rule.ts';
import type { PasteFacts } from './paste-facts.ts';

/** What the paste and the setup say about one possible cause of an error. */

/** A value of the request, judged, and where the paste shows it: in the request itself, or in an error that quotes it. */
interface Seen extends Judgment {
  readonly shownIn: 'request' | 'error';
}

function seen({ check = '' }: Cause, { judged, quoted }: PasteFacts): Seen | undefined {
  const inRequest = judged.get(check);
  const inError = quoted?.get(check);
  if (inError !== undefined && !isJudged(inRequest ?? inError)) return { ...inError, shownIn: 'error' };
  if (inRequest !== undefined) return { ...inRequest, shownIn: 'request' };
  return inError && { ...inError, shownIn: 'error' };
}

/** Whether the paste shows enough of a value to judge it. */
const isJudged = ({ finding: { status } }: Judgment): boolean =>
  status !== 'inconclusive' && status !== 'skip';

/** Whether a value is wrong. A doubt about a value that a server rejects is confirmed. */
const isWrong = ({ finding: { status }, shownIn }: Seen): boolean =>
  status === 'fail' || (status === 'warn' && shownIn === 'error');

/** The wrong value itself, in the request of the same paste, in the error, or in the setup. */
export function shownBy(
  cause: Cause,
  facts: PasteFacts,
): { readonly says: string; readonly fix: readonly Line[] } | undefined {
  const { inFile = [] } = cause;
  const { failedInFile, registered } = facts;
  const value = seen(cause, facts);
  if (value !== undefined && isWrong(value))
    return {
      says: `The ${value.shownIn} shows why. ${value.finding.detail}`,
      fix: linesOfFix(value.finding.fix ?? []),
    };
  const isSeen = value !== undefined && isJudged(value);
  const failure = isSeen ? undefined : failedInFile.find(({ id }) => inFile.includes(id));
  if (failure === undefined || registered === undefined) return undefined;
  return {
    says: `${nameOf(registered)} shows why. ${failure.detail}`,
    fix: linesOfFix(failure.fix ?? []),
  };
}

/** Why a cause is ruled out, in words; undefined for one that remains. */
export function reasonAgainst(cause: Cause, facts: PasteFacts): string | undefined {
  const byUrl = facts.sent?.isRight ? cause.ruledOutByUrl : undefined;
  const byOther = byUrl ?? (facts.hasCode ? cause.ruledOutByCode : undefined);
  const right = byOther === undefined ? rightAsShown(cause, facts) : undefined;
  return byOther ?? (right && cause.ruledOut?.(right));
}

/** Whether a cause is ruled out only by the setup, which may be wrong as well. */
export const isRuledOutBySetup = (cause: Cause, facts: PasteFacts): boolean =>
  cause.wrongInSetup !== undefined && !facts.hasCode && rightAsShown(cause, facts) !== undefined;

/** What the value says about a remaining cause, instead of its general sentence. */
export function narrowedBy(cause: Cause, facts: PasteFacts): string | undefined {
  const right = rightAsShown(cause, facts);
  return right && cause.narrowed?.(right);
}

/** Where the paste shows that the value is right; undefined if it doesn't. */
function rightAsShown(cause: Cause, facts: PasteFacts): RightAsShown | undefined {
  const found = seen(cause, facts);
  const isRight = found?.isProven || (cause.formIsEnough === true && found?.finding.status === 'pass');
  return found !== undefined && isRight
    ? { shownIn: found.shownIn, source: sourceOf(facts.registered) }
    : undefined;
}

/** A cause that comes first after everything more likely was ruled out, and whose parameter the request lacks. */
export const isDecisive = ({ lacking }: Cause, { lacks }: PasteFacts): boolean =>
  lacking !== undefined && lacks(lacking);

/** The causes as the setup and the request suggest them, most likely first. */
export function likeliestFirst(causes: readonly Cause[], facts: PasteFacts): readonly Cause[] {
  const isStale = ({ rotated }: Cause): boolean => rotated !== undefined && isRotated(facts);
  return [
    ...causes.filter(isStale),
    ...shownCauseLast(
      causes.filter((cause) => !isStale(cause)),
      facts,
    ),
  ];
}

/** A cause that a missing parameter would show comes first only if the request lacks it, else last. */
function shownCauseLast(causes: readonly Cause[], { lacks }: PasteFacts): readonly Cause[] {
  const [first, ...others] = causes;
  return first?.lacking !== undefined && !lacks(first.lacking) ? [...others, first] : causes;
}

/** What is wrong with the value if it is the cause. */
export function saysOf(cause: Cause, facts: PasteFacts): string {
  if (isRuledOutBySetup(cause, facts)) return cause.wrongInSetup?.(sourceOf(facts.registered)) ?? cause.says;
  return (isRotated(facts) ? cause.rotated : undefined) ?? cause.says;
}

/** Whether the setup also has the pair that it replaced. */
const isRotated = ({ registered }: PasteFacts): boolean => registered?.setup.previousPkce !== undefined;
