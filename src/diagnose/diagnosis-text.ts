import { type Check, type Verdict, verdictOf } from '../checks/check.ts';
import { renderChecks } from '../checks/report.ts';
import type { TerminalStyle } from '../terminal/style.ts';
import { wrapped } from '../terminal/wrap.ts';
import { whatRemains } from './what-remains.ts';

const verdicts: Readonly<Record<Verdict, string>> = {
  pass: 'No problems found in the paste.',
  warn: 'No definite problems found in the paste. See the warnings above.',
  fail: 'Follow the steps above, then sign in again in Jitterbit.',
  inconclusive: "Inconclusive: the paste doesn't identify a wrong value.",
};

/** A diagnosis for people: what is wrong first, then the verdict and what a right request leaves open. */
export function renderDiagnosis(checks: readonly Check[], style: TerminalStyle): string {
  const last = [verdicts[verdictOf(checks)], whatRemains(checks)].filter(Boolean).join(' ');
  return `${renderChecks(checks, style)}\n${wrapped(last, style.width)}\n`;
}
