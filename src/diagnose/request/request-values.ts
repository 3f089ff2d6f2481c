import { type Fix, linesOfFix, worstOf } from '../../checks/check.ts';
import { labels } from '../../facts/labels.ts';
import { parametersOf } from '../../facts/places.ts';
import type { Line } from '../../message.ts';
import { isMisspelledKey } from '../../setup-file/parameter-rows.ts';
import { excerpt } from '../../text/sanitize.ts';
import { withoutTrailing } from '../../text/trim-end.ts';
import type { FoundParameter, FoundUrl } from '../evidence/evidence.ts';
import type { SetupWithFile } from '../evidence/registered.ts';
import { mixUpOf } from './mixed-up-values.ts';
import { areRows, sentWithoutRow } from './registered-rows.ts';
import { withMore } from './request-fixes.ts';
import { inconclusive, type Judgment, parametersOnly, type RequestRule, wrong } from './request-rule.ts';

/** How one parameter of a request is judged, by the way in which it was found. */
interface ParameterJudge {
  readonly whole: (value: string) => Judgment;
  readonly absent: () => Judgment;
  /** How to correct the registered value. */
  readonly fix: () => Fix;
  /** Whether a text is the beginning of a right value, with more to follow. */
  readonly isUnfinished: (start: string) => boolean;
  /** Judges the beginning of any other value; undefined if it doesn't show a mistake. */
  readonly otherwise?: (start: string) => Judgment | undefined;
}

const mixedUp = 'swapped';

/** The rule for one parameter of a request. */
export const parameterRule = (
  { id, title, name }: { readonly id: string; readonly title: string; readonly name: string },
  judgeFor: (registered: SetupWithFile | undefined) => ParameterJudge,
): RequestRule => ({
  id,
  title,
  judge: ({ request, registered }) => {
    const judge = judgeFor(registered);
    const judged = judgeParameter(request, name, judge);
    const mixUp = judged.finding.code === mixedUp ? undefined : mixUpOf(name, request, registered);
    const isMixedUp = mixUp?.isMutual === true || judged.finding.status === 'fail';
    return mixUp !== undefined && isMixedUp ? wrong(mixUp.says, mixUp.swap ?? judge.fix(), mixedUp) : judged;
  },
  seemsCut: ({ parameters }, registered) => {
    const last = parameters.at(-1);
    if (last?.name !== name) return false;
    return judgeFor(registered).isUnfinished(startOf(last));
  },
});

/** Judges every occurrence of a parameter. The worst one counts. */
function judgeParameter(request: FoundUrl, name: string, judge: ParameterJudge): Judgment {
  const found = request.parameters.filter((parameter) => parameter.name === name);
  const judged = found.map((parameter) =>
    isCutOff(parameter, request)
      ? judgeLast(parameter, request, judge)
      : judgeUncut(parameter, request, judge),
  );
  const worst = worstOf(judged.map(({ finding }) => finding.status));
  return judged.find(({ finding }) => finding.status === worst) ?? judgeMissing(request, name, judge);
}

const isCutOff = (parameter: FoundParameter, { parameters, isCut }: FoundUrl): boolean =>
  isCut && parameter === parameters.at(-1);

/** The beginning of a right value at the edge of a list may be cut. */
function judgeUncut(parameter: FoundParameter, request: FoundUrl, judge: ParameterJudge): Judgment {
  const whole = judgeWhole(parameter, request, judge);
  const seemsCut = parameter.mayBeCut === true && judge.isUnfinished(startOf(parameter));
  if (whole.isProven || !seemsCut) return whole;
  return inconclusive(`The value of ${parameter.name} seems to be cut off.`, [
    'Copy the whole value again.',
    ...ifSameAgain(parameter.name, 'is incomplete', whole),
  ]);
}

/** Marks with which people and programs end an emphasis, a word, or a line. A URL may contain them. */
const endMarks = /^[*_~$-]+$/;

/** A right value at the end of a URL may be followed by a mark that belongs to the text. */
function judgeWhole(parameter: FoundParameter, request: FoundUrl, judge: ParameterJudge): Judgment {
  const { name, value } = parameter;
  const whole = judge.whole(value);
  if (whole.isProven || !request.mayBeCut || parameter !== request.parameters.at(-1)) return whole;
  const isMarked = [1, 2, 3].some(
    (length) => endMarks.test(value.slice(-length)) && judge.whole(value.slice(0, -length)).isProven,
  );
  if (!isMarked) return whole;
  return inconclusive(`The mark after the value of ${name} may be from the text around the URL.`, [
    'Copy only the URL.',
    ...ifSameAgain(name, 'has that mark', whole),
  ]);
}

/** What programs write in place of the rest of a URL. */
const cutMarks = '.\u2026';

const startOf = ({ value }: FoundParameter): string =>
  withoutTrailing(value, cutMarks).replace(/%[0-9a-f]?$/i, '');

/** The last value of a truncated URL may be whole, but only a correct one shows it. */
function judgeLast(parameter: FoundParameter, request: FoundUrl, judge: ParameterJudge): Judgment {
  const whole = judge.whole(parameter.value);
  if (whole.isProven) return whole;
  const start = startOf(parameter);
  const other = judge.isUnfinished(start) ? undefined : judge.otherwise?.(start);
  return other ?? inTheMiddle(parameter.name, request, whole);
}

const ifSameAgain = (name: string, mistake: string, { finding }: Judgment): readonly Line[] =>
  finding.fix === undefined
    ? []
    : [
        `If the new copy ends in the same place, ${name} itself ${mistake}. In that case:`,
        ...linesOfFix(finding.fix),
      ];

/** What to do about a truncated URL. */
export const copyAgain = 'Copy the whole URL again.';

/** Without a mark, the cut may also be in the registered value. */
function inTheMiddle(name: string, { mayBeCut }: FoundUrl, whole: Judgment): Judgment {
  if (!mayBeCut) return inconclusive(`The URL is cut off in the middle of ${name}.`, copyAgain);
  return inconclusive(`The URL seems to be cut off in the middle of ${name}.`, [
    copyAgain,
    ...ifSameAgain(name, 'is incomplete', whole),
  ]);
}

function judgeMissing(request: FoundUrl, name: string, judge: ParameterJudge): Judgment {
  const near = request.parameters.find((parameter) => isMisspelledKey(parameter.name, name));
  const endsInName = near === request.parameters.at(-1) && near?.value === '';
  if (near !== undefined && !endsInName && !isCutOff(near, request)) return misspelled(near.name, name);
  if (areRows(request)) return judgeMissingRow(name, judge);
  if (!request.isCut && !request.isPartial)
    return request.mayBeCut ? unlessCut(judge.absent()) : judge.absent();
  const how = request.mayBeCut && !request.isPartial ? 'seems to be' : 'is';
  return inconclusive(`Couldn't be checked, because the URL ${how} cut off.`, copyAgain);
}

/** Rows of which a parameter is missing may not be all rows. */
function judgeMissingRow(name: string, judge: ParameterJudge): Judgment {
  if (sentWithoutRow.includes(name)) return parametersOnly;
  const { finding, ...absent } = judge.absent();
  if (finding.fix === undefined) return { ...absent, finding };
  return inconclusive(`The paste has no ${name} row.`, [
    'If the row is missing from your registration, too:',
    ...linesOfFix(finding.fix),
  ]);
}

const orCut = 'If the paste ends before the URL does, copy the whole URL again instead.';

/** A URL may be cut between two parameters, where nothing shows it. */
const unlessCut = ({ finding, ...judgment }: Judgment): Judgment =>
  finding.fix === undefined
    ? { ...judgment, finding }
    : { ...judgment, finding: { ...finding, fix: withMore(finding.fix, [orCut]) } };

/** Case and separators count in a key. */
function misspelled(found: string, name: string): Judgment {
  const tab = parametersOf('authenticationRequest');
  return wrong(
    `The key is "${excerpt(found, 60)}" instead of ${name}. Keys are case-sensitive, and spaces count.`,
    sentWithoutRow.includes(name)
      ? `Remove that row from ${tab}. Jitterbit sends ${name} itself.`
      : `In ${tab}, change the key of that row to "${name}", and set ${labels.sendIn} to "${labels.requestUrl}".`,
    'misspelled-key',
  );
}

/** The values of a parameter. */
export const valuesOf = ({ parameters }: FoundUrl, name: string): string[] =>
  parameters.filter((parameter) => parameter.name === name).map(({ value }) => value);

/** Whether a value is the beginning of one of these, with more to follow. */
export const isBeginningOf = (start: string, ...rights: readonly (string | null | undefined)[]): boolean =>
  rights.some((right) => right?.startsWith(start) && right !== start);

/** Whether a value is the beginning of one of these, or a whole one. */
export const beginsOne = (start: string, ...rights: readonly (string | null | undefined)[]): boolean =>
  rights.some((right) => right?.startsWith(start));
