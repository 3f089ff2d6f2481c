import type { Line } from '../message.ts';
import { layOut, plainText, printableLine } from '../terminal/layout.ts';
import type { TerminalStyle } from '../terminal/style.ts';
import { widthOf, wrapped } from '../terminal/wrap.ts';
import { type Fix, linesOfFix } from './check.ts';

/** The check and the number under which a step was shown before. */
export interface Told {
  readonly title: string;
  readonly number: number;
}

/**
 * The steps of a fix, numbered. Steps that an earlier check showed are referenced, not repeated; if all of them were shown,
 * one line refers to them.
 * @param told the steps shown so far, by their text; new ones are added
 */
export function numberedSteps(
  title: string,
  fix: Fix,
  style: TerminalStyle,
  told: Map<string, Told>,
): string[] {
  const steps = stepsOfFix(fix).map((step, index) => {
    const text = plainText(step, style.typing);
    const before = told.get(text);
    if (before === undefined) told.set(text, { title, number: index + 1 });
    return { step, before };
  });
  const titles = new Set(steps.map(({ before }) => before?.title));
  if (titles.size > 0 && !titles.has(undefined))
    return [wrapped(`See ${[...titles].join(' and ')} above.`, style.width, '  ')];
  return steps.flatMap(({ step, before }, index) =>
    numbered(
      index + 1,
      before === undefined ? step : [`Already covered by step ${before.number} of ${before.title}.`],
      style,
    ),
  );
}

function numbered(number: number, step: readonly Line[], style: TerminalStyle): string[] {
  const mark = `  ${number}. `;
  const indent = ' '.repeat(widthOf(mark));
  const [first = '', ...rest] = layOut(step.map(printableLine), style, { indent });
  return [mark + first.slice(indent.length), ...rest];
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
