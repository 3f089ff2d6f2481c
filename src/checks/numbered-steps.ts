import type { Line } from '../message.ts';
import { layOut, plainText, printableLine } from '../terminal/layout.ts';
import type { TerminalStyle } from '../terminal/style.ts';
import { widthOf, wrapped } from '../terminal/wrap.ts';
import { allOf } from '../text/word-list.ts';
import { type Fix, linesOfFix } from './check.ts';

/** Where a step was shown: the title of the check, and the number of the step if the check has several. */
interface Place {
  readonly title: string;
  readonly number?: number;
}

/** The steps shown so far, by their text. */
export type Told = Map<string, Place>;

const indent = '  ';

/**
 * The steps of a fix, numbered if there are several. Those that a check has shown before are only referred to, since they
 * are to be followed once.
 * @param told new steps are added
 */
export function numberedSteps(title: string, fix: Fix, style: TerminalStyle, told: Told): string[] {
  const all = stepsOfFix(fix).map((step) => ({ step, text: plainText(step, style.typing) }));
  const before = all.map(({ text }) => told.get(text)).filter((place) => place !== undefined);
  const fresh = [...new Map(all.map((each) => [each.text, each])).values()].filter(
    ({ text }) => !told.has(text),
  );
  if (fresh.length === 0 && before.length > 0)
    return [wrapped(`See ${allOf(titlesOf(before))} above.`, style.width, indent)];
  const steps: Line[][] = [...references(before), ...fresh.map(({ step }) => step)];
  fresh.forEach(({ text }, index) => {
    const number = steps.length - fresh.length + index + 1;
    told.set(text, steps.length === 1 ? { title } : { title, number });
  });
  return steps.flatMap((step, index) =>
    stepLines(step, steps.length === 1 ? indent : `${indent}${index + 1}. `, style),
  );
}

const titlesOf = (places: readonly Place[]): string[] => [...new Set(places.map(({ title }) => title))];

/** A step for each check that has shown some of the steps. */
const references = (places: readonly Place[]): Line[][] =>
  titlesOf(places).map((title) => {
    const numbers = places.flatMap((place) => (place.title === title ? [place.number] : []));
    const which = numbers.filter((number) => number !== undefined).map(String);
    const steps = which.length > 1 ? `steps ${allOf(which)}` : ['step', ...which].join(' ');
    return [`Follow ${which.length === 0 ? 'the ' : ''}${steps} under ${title} above.`];
  });

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
