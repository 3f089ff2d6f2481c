import { linesOfFix } from '../../checks/check.ts';
import type { Cause } from '../../facts/error-cause.ts';
import type { Line } from '../../message.ts';
import { nameOf } from '../evidence/registered.ts';
import type { PasteFacts } from './paste-facts.ts';

/** What the paste and the setup say about one possible cause of an error. */

/** The wrong value itself, in the request of the same paste or in the setup. */
export function shownBy(
  { check = '', inFile = [] }: Cause,
  { judged, failedInFile, registered }: PasteFacts,
): { readonly says: string; readonly fix: readonly Line[] } | undefined {
  const finding = judged.get(check)?.finding;
  if (finding?.status === 'fail')
    return { says: `The request shows why. ${finding.detail}`, fix: linesOfFix(finding.fix ?? []) };
  const isSeen = finding !== undefined && finding.status !== 'inconclusive';
  const failure = isSeen ? undefined : failedInFile.find(({ id }) => inFile.includes(id));
  if (failure === undefined || registered === undefined) return undefined;
  return {
    says: `${nameOf(registered)} shows why. ${failure.detail}`,
    fix: linesOfFix(failure.fix ?? []),
  };
}

/** Why a cause is ruled out, in words; undefined for one that remains. */
export function reasonAgainst(cause: Cause, facts: PasteFacts): string | undefined {
  if (isRight(cause, facts) && cause.ruledOut !== undefined) return cause.ruledOut;
  return facts.hasCode ? cause.ruledOutByCode : undefined;
}

/** What the request says about a remaining cause, instead of its general sentence. */
export const narrowedBy = (cause: Cause, facts: PasteFacts): string | undefined =>
  isRight(cause, facts) ? cause.narrowed : undefined;

/** Whether the request has the right value. */
function isRight({ check = '', formIsEnough }: Cause, { judged }: PasteFacts): boolean {
  const found = judged.get(check);
  return (
    found !== undefined && (found.isProven || (formIsEnough === true && found.finding.status === 'pass'))
  );
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
export const saysOf = (cause: Cause, facts: PasteFacts): string =>
  (isRotated(facts) ? cause.rotated : undefined) ?? cause.says;

/** Whether the setup also has the pair that it replaced. */
const isRotated = ({ registered }: PasteFacts): boolean => registered?.setup.previousPkce !== undefined;
