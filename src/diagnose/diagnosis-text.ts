import type { Check } from '../checks/check.ts';
import { renderChecksText } from '../checks/report.ts';
import type { TerminalStyle } from '../terminal/style.ts';
import { wrapped } from '../terminal/wrap.ts';
import { whatRemains } from './what-remains.ts';

/** A diagnosis for people: the checks, and what a right request leaves open. */
export function renderDiagnosis(checks: readonly Check[], style: TerminalStyle): string {
  const rest = whatRemains(checks);
  const report = renderChecksText(checks, style);
  return rest === undefined ? report : `${report}${wrapped(rest, style.width)}\n`;
}
