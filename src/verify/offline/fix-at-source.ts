import { questions } from '../../answers/questions.ts';
import { type Fix, linesOfFix } from '../../checks/check.ts';
import type { Origins, SubjectFile, ValueSources } from '../../checks/subject.ts';
import { keysOf } from '../../text/lookup.ts';
import { excerpt } from '../../text/sanitize.ts';
import { allOf, alternatives } from '../../text/word-list.ts';
import { newPairOption, type Repair, repairCommand, textRepairs } from './repair.ts';

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
  return file === undefined
    ? fix
    : fixByCommands(fix, file, [{ purpose: purposeOf(file, isWrong), repairs }]);
}

/** What a repair is for, whatever it repairs. */
export const purposeOf = ({ name }: SubjectFile, isWrong: boolean): string =>
  `To ${isWrong ? 'fix' : 'change'} ${name}`;

/** A command line that repairs a setup file. */
interface RepairStep {
  /** What it is for, or when it is right, to begin a sentence. */
  readonly purpose: string;
  readonly repairs: readonly Repair[];
}

/** The same with these command lines, each for a case of its own. */
export function fixByCommands(fix: Fix, file: SubjectFile, steps: readonly RepairStep[]): Fix {
  const { path } = file;
  if (path === undefined) return fix;
  const texts = (file.textProblems ?? []).map(({ key }) => textRepairs[key]);
  const commands = steps.flatMap(({ purpose, repairs }) => {
    const command = repairCommand(path, ...repairs, ...texts);
    const run = command.command.includes(newPairOption) ? runReplacing : 'run:';
    return [`${purpose}, ${run}`, command];
  });
  return [...unsetting(file, [...(steps[0]?.repairs ?? []), ...texts]), ...commands, ...linesOfFix(fix)];
}

/** A command line for several problems may say so under one that doesn't lead to expect it. */
const runReplacing = 'run this command, which also replaces the PKCE pair:';

/** A variable beats the file, unless the repair has an option for its value. */
function unsetting({ name, findOverridden = () => [] }: SubjectFile, repairs: readonly Repair[]): string[] {
  const variables = findOverridden()
    .filter((key) => !repairs.some((repair) => Object.hasOwn(repair, questions[key].option)))
    .map((key) => questions[key].variable);
  if (variables.length === 0) return [];
  const [it, value] = variables.length === 1 ? ['It', 'the value'] : ['They', 'the values'];
  return [`Unset ${allOf(variables)}. ${it} would replace ${value} in ${name}.`];
}
