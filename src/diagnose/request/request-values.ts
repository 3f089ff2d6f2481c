import { worstOf } from '../../checks/check.ts';
import { labels } from '../../facts/labels.ts';
import { parametersOf } from '../../facts/places.ts';
import { isSameKey } from '../../setup-file/parameter-rows.ts';
import { once } from '../../text/once.ts';
import { excerpt } from '../../text/sanitize.ts';
import { withoutTrailing } from '../../text/trim-end.ts';
import type { FoundParameter, FoundUrl } from '../evidence/evidence.ts';
import { inconclusive, type Judgment, wrong } from './request-rule.ts';

/** How one parameter of a request is judged, by the way in which it was found. */
interface ParameterJudge {
  readonly whole: (value: string) => Judgment;
  readonly absent: () => Judgment;
  /** Judges a truncated value; undefined if it may be the beginning of the correct one. */
  readonly beginning?: (start: string) => Judgment | undefined;
}

/** Judges every occurrence of a parameter. The worst one counts. */
export function judgeParameter(request: FoundUrl, name: string, judge: ParameterJudge): Judgment {
  const found = request.parameters.filter((parameter) => parameter.name === name);
  const judged = found.map((parameter) =>
    isCutOff(parameter, request) ? judgeLast(parameter, judge) : judge.whole(parameter.value),
  );
  const worst = worstOf(judged.map(({ finding }) => finding.status));
  return judged.find(({ finding }) => finding.status === worst) ?? judgeMissing(request, name, judge);
}

const isCutOff = (parameter: FoundParameter, { parameters, isCut }: FoundUrl): boolean =>
  isCut && parameter === parameters.at(-1);

/** What programs write in place of the rest of a URL. */
const cutMarks = '.\u2026';

/** The last value of a truncated URL may be whole, but only a correct one shows it. */
function judgeLast(parameter: FoundParameter, judge: ParameterJudge): Judgment {
  const whole = judge.whole(parameter.value);
  return whole.isProven ? whole : judgeBeginning(parameter, judge);
}

function judgeBeginning({ name, value }: FoundParameter, { beginning }: ParameterJudge): Judgment {
  const start = withoutTrailing(value, cutMarks).replace(/%[0-9a-f]?$/i, '');
  return beginning?.(start) ?? inconclusive(`The URL is cut off in the middle of ${name}. ${pasteWhole}`);
}

/** What to do about a truncated URL. */
export const pasteWhole = 'Paste the whole URL.';

function judgeMissing(request: FoundUrl, name: string, judge: ParameterJudge): Judgment {
  const near = request.parameters.find((parameter) => isSameKey(parameter.name, name));
  if (near !== undefined && !isCutOff(near, request)) return misspelled(near.name, name);
  if (request.isCut)
    return inconclusive(`The URL is cut off, and the remaining part contains no ${name}. ${pasteWhole}`);
  return judge.absent();
}

/** Case and separators count in a key. */
function misspelled(found: string, name: string): Judgment {
  return wrong(
    `The request has "${excerpt(found, 60)}" instead of ${name}. Keys are case-sensitive, and spaces count.`,
    `In ${parametersOf('authenticationRequest')}, change the key of that row to exactly ${name}, and set ${labels.sendIn} to ${labels.requestUrl}.`,
    'misspelled-key',
  );
}

/** The values of a parameter. */
export const valuesOf = ({ parameters }: FoundUrl, name: string): string[] =>
  parameters.filter((parameter) => parameter.name === name).map(({ value }) => value);

/** Whether a value is the beginning of one of these. */
export const beginsOne = (start: string, ...rights: readonly (string | null | undefined)[]): boolean =>
  rights.some((right) => right?.startsWith(start));

/** A piece of a value that is at least this long doesn't match it by accident. */
export const tellingLength = 8;

/** What people add to the ends of a value: white space, invisible characters, quotation marks. */
const wrapping = once(() => /^[\s\p{C}\u2800"'`\u2018-\u201f]$/u);

/** A value without those. A loop, because a regular expression for both ends would take quadratic time. */
export function unwrapped(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && wrapping().test(value.charAt(start))) start += 1;
  while (end > start && wrapping().test(value.charAt(end - 1))) end -= 1;
  return value.slice(start, end);
}
