import { type Check, type Verdict, verdictOf } from '../checks/check.ts';
import { renderChecks } from '../checks/report.ts';
import { noneAtFault } from '../facts/error-meaning.ts';
import { labels } from '../facts/labels.ts';
import type { TerminalStyle } from '../terminal/style.ts';
import { wrapped } from '../terminal/wrap.ts';

const verdicts: Readonly<Record<Verdict, string>> = {
  pass: 'No problems found in the paste.',
  warn: 'No definite problems found in the paste. See the warnings above.',
  fail: 'Follow the steps above, then sign in again in Jitterbit.',
  inconclusive: "The paste alone doesn't show the cause. See above for what to do next.",
};

/** The verdict on errors that aren't about registered values, as far as they say. */
const noneToChange = 'No registered value needs to be changed. See above for what to do next.';

/** A diagnosis for people: what is wrong first, then the verdict and what a correct request doesn't show. */
export function renderDiagnosis(checks: readonly Check[], style: TerminalStyle): string {
  const last = [verdictLine(checks), whatRemains(checks)].filter(Boolean).join(' ');
  return `${renderChecks(together(checks), style)}\n${wrapped(last, style.width)}\n`;
}

function verdictLine(checks: readonly Check[]): string {
  const verdict = verdictOf(checks);
  const open = checks.filter(({ status }) => status === 'inconclusive');
  const isBlameless = open.length > 0 && open.every(({ detail }) => detail.includes(noneAtFault));
  return verdict === 'inconclusive' && isBlameless ? noneToChange : verdicts[verdict];
}

/** Checks that need attention for the same reason, as one of several titles. */
function together(checks: readonly Check[]): Check[] {
  const shown: Check[] = [];
  for (const check of checks) {
    const at = shown.findIndex((other) => isSameReason(other, check));
    const other = shown[at];
    if (other === undefined) shown.push(check);
    else shown[at] = { ...other, ...withBoth(other, check) };
  }
  return shown;
}

const isSameReason = (one: Check, other: Check): boolean =>
  one.status === 'inconclusive' && reasonOf(one) === reasonOf(other);

const reasonOf = ({ status, detail, fix, code }: Check): string =>
  JSON.stringify([status, detail, fix ?? '', code ?? '']);

const withBoth = (one: Check, other: Check): Pick<Check, 'id' | 'title'> => ({
  id: `${one.id}, ${other.id}`,
  title: `${one.title}, ${other.title}`,
});

/** What a correct request doesn't show; undefined if the checks say so themselves. */
function whatRemains(checks: readonly Check[]): string | undefined {
  const verdict = verdictOf(checks);
  const isRequestAlone = checks.every(({ id }) => id.startsWith('request.'));
  if (!isRequestAlone || (verdict !== 'pass' && verdict !== 'warn')) return undefined;
  return `The paste doesn't show the ${labels.redirectUris} at ZoomInfo, the ${labels.clientSecret}, the code_verifier row, or the ${labels.accessTokenUrl}. If the sign-in fails, run this again with the URL where it ended or the error message.`;
}
