import type { Line } from '../message.ts';
import { layOut, plainText, printableLine } from '../terminal/layout.ts';
import type { TerminalStyle } from '../terminal/style.ts';
import { widthOf, wrapped } from '../terminal/wrap.ts';
import { type Fix, linesOfFix } from './check.ts';

/** The steps shown so far, by their text, with the title of the check that showed them. */
export type Told = Map<string, string>;

const indent = '  ';

/**
 * The steps of a fix that no check has shown before, numbered if there are several. If all of them were shown, one line
 * refers to them.
 * @param told new steps are added
 */
export function numberedSteps(title: string, fix: Fix, style: TerminalStyle, told: Told): string[] {
  const all = stepsOfFix(fix).map((step) => ({ step, text: plainText(step, style.typing) }));
  const before = new Set(all.map(({ text }) => told.get(text)).filter((each) => each !== undefined));
  const fresh = all.filter(({ text }) => !told.has(text) && told.set(text, title));
  if (fresh.length === 0 && before.size > 0)
    return [wrapped(`See ${[...before].join(' and ')} above.`, style.width, indent)];
  return fresh.flatMap(({ step }, index) =>
    stepLines(step, fresh.length === 1 ? indent : `${indent}${index + 1}. `, style),
  );
}

function stepLines(step: readonly Line[], mark: string, style: TerminalStyle): string[] {
  const hang = ' '.repeat(widthOf(mark));
  const [first = '', ...rest] = layOut(step.map(printableLine), style, { indent: hang });
  return [mark + first.slice(hang.length), ...rest];
}

/** The steps of a fix: each sentence with the command lines and values that follow it. */
function stepsOfFix(fix: Fix): Line[][] {
  const steps: Line[][] = [];
  for (const line of linesOfFix(fix)) {
    const step = steps.at(-1);
    if (step === undefined || typeof line === 'string') steps.push([line]);
    else step.push(line);
  }
  return steps;
}
