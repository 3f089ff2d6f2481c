import { questions } from '../../answers/questions.ts';
import { type Fix, linesOfFix } from '../../checks/check.ts';
import type { Origins, SubjectFile, ValueSources } from '../../checks/subject.ts';
import { keysOf } from '../../text/lookup.ts';
import { excerpt } from '../../text/sanitize.ts';
import { allOf, alternatives } from '../../text/word-list.ts';
import { type Repair, repairCommand, textRepairs } from './repair.ts';

/** Where those of these values come from that aren't in a setup file. */
export const originsOf = (
  keys: readonly (keyof Origins)[] = [],
  { origins = {} }: Pick<ValueSources, 'origins'>,
): string[] => keys.flatMap((key) => origins[key] ?? []);

/** What to do about values where they come from: correct one of them, check them, or swap both. */
type AtOrigin = 'Correct' | 'Check' | 'Swap';

/** A fix that begins with these origins of values. */
export function fixAtOrigin(fix: Fix, origins: readonly string[], action: AtOrigin): Fix {
  if (origins.length === 0) return fix;
  const names = origins.map((each) => excerpt(each));
  const step =
    action === 'Swap'
      ? `Swap the values from ${allOf(names)}.`
      : `${action} the value from ${alternatives(names)}.`;
  return [step, ...linesOfFix(fix)];
}

/**
 * A fix that begins where each value comes from, a setup file or something else.
 * @param repairs how to correct each value in the file
 */
export function fixAtSource(
  fix: Fix,
  repairs: { readonly [Key in keyof Origins]?: Repair },
  { file, origins = {} }: ValueSources,
  isWrong: boolean,
): Fix {
  const keys = keysOf(repairs);
  const inFile = keys.filter((key) => origins[key] === undefined).map((key) => repairs[key] ?? {});
  const rest = inFile.length === 0 ? fix : fixWithFile(fix, file, inFile, isWrong);
  return fixAtOrigin(rest, originsOf(keys, { origins }), isWrong ? 'Correct' : 'Check');
}

/**
 * A fix that begins with the setup file, if there is one.
 * @param isWrong whether the file must change, not just may
 */
export function fixWithFile(
  fix: Fix,
  file: SubjectFile | undefined,
  repairs: readonly Repair[],
  isWrong: boolean,
): Fix {
  if (file?.path === undefined) return fix;
  const says = isWrong ? `To fix ${file.name}, run:` : `To change ${file.name}, run:`;
  const all = [...repairs, ...(file.textProblems ?? []).map(({ key }) => textRepairs[key])];
  return [...unsetting(file, all), says, repairCommand(file.path, ...all), ...linesOfFix(fix)];
}

/** A variable beats the file, unless the repair has an option for its value. */
function unsetting({ name, findOverridden = () => [] }: SubjectFile, repairs: readonly Repair[]): string[] {
  const variables = findOverridden()
    .filter((key) => !repairs.some((repair) => Object.hasOwn(repair, questions[key].option)))
    .map((key) => questions[key].variable);
  if (variables.length === 0) return [];
  const [it, value] = variables.length === 1 ? ['It', 'the value'] : ['They', 'the values'];
  return [`Unset ${allOf(variables)}. ${it} would replace ${value} in ${name}.`];
}
