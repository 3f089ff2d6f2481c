import { Failure } from '../errors.ts';
import type { CommandWords, Line } from '../message.ts';
import { programName } from '../terminal/program-words.ts';
import { withoutByteOrderMark } from '../text/byte-order-mark.ts';
import { deceptive, halfCharacter, replacementCharacter } from '../text/characters.ts';
import { isObject } from '../text/json-object.ts';
import { excerpt } from '../text/sanitize.ts';
import { conform } from './conform.ts';
import { type Setup, setupSchema } from './schema.ts';
import { schemaVersion } from './schema-version.ts';

const deepest = 32;
const mostProblems = 20;

/** What a text contains that can't be shown, or can't be read again once it is written. */
function foreignPart(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (deceptive.test(value)) return 'a control, escape or bidirectional character';
  return halfCharacter.test(value) || value.includes(replacementCharacter)
    ? 'a damaged character'
    : undefined;
}

/**
 * Parses a setup file, judging only its format.
 * @param name the name of the file in messages, which never contain its content
 * @param again the command line to run with a newer version, if the file needs one
 * @throws Failure (content) with every format problem and its path, or with the place of a syntax error
 */
export async function readSetup(
  text: string,
  name: string,
  again: CommandWords = { command: [programName] },
): Promise<Setup> {
  const json = withoutByteOrderMark(text);
  const value = await readValue(json, name);
  const problems = [...contentProblems(value, name), ...(await textProblems(json, value))];
  refuseNewerVersion(value, name, again);
  const setup = conform(value, setupSchema, (path, problem) => {
    problems.push(`${shownPath(path)} ${problem}`);
  });
  if (problems.length > 0) throw invalid(name, problems);
  return setup as Setup;
}

async function readValue(json: string, name: string): Promise<unknown> {
  const problem = encodingProblem(json);
  if (problem !== undefined) throw invalid(name, [problem]);
  try {
    return JSON.parse(json);
  } catch {
    const { syntaxProblem } = await import('./json-syntax.ts');
    throw invalid(name, [syntaxProblem(json)]);
  }
}

function encodingProblem(json: string): string | undefined {
  if (json.includes('\0'))
    return "The text isn't UTF-8 (perhaps UTF-16, which is what > writes in Windows PowerShell). Write the file with -o, or save it as UTF-8.";
  return json.includes(replacementCharacter) ? "The text isn't UTF-8. Save it as UTF-8." : undefined;
}

/**
 * What is lost when the text is written again: nothing if it is what this program writes for its value. Otherwise, another
 * parser searches for it, since JSON.parse silently rounds numbers and uses the last of duplicate keys.
 */
async function textProblems(json: string, value: unknown): Promise<string[]> {
  if (json === `${JSON.stringify(value, null, 2)}\n`) return [];
  const { repeatedKeys, roundedNumbers } = await import('./json-text.ts');
  return [
    ...roundedNumbers(json).map(
      (path) => `${shownPath(path)} is a number that would lose digits. Write it as a string.`,
    ),
    ...repeatedKeys(json).map((path) => `${shownPath(path)} is a duplicate key. Keep only one.`),
  ];
}

function refuseNewerVersion(value: unknown, name: string, again: CommandWords): void {
  if (!isObject(value) || typeof value.schemaVersion !== 'number' || value.schemaVersion <= schemaVersion)
    return;
  throw invalid(
    name,
    [`/schemaVersion is above ${schemaVersion}: the file needs a newer version of this program.`],
    ['To upgrade, run:', { ...again, command: ['npx', `${programName}@latest`, ...again.command.slice(1)] }],
  );
}

/**
 * Problems of single texts, including those in extension keys, which are kept and printed. Later steps descend into the
 * value as well, so one that is too deep is rejected here.
 */
function contentProblems(value: unknown, name: string): string[] {
  const problems: string[] = [];
  const path: string[] = [];
  const shown = (): string => shownPath(path);
  const walk = (inner: unknown): void => {
    const part = foreignPart(inner);
    if (part !== undefined) problems.push(`${shown()} contains ${part}. Remove it.`);
    if (typeof inner !== 'object' || inner === null) return;
    if (path.length === deepest) throw invalid(name, [`${shown()} is nested too deeply.`]);
    for (const [key, each] of Object.entries(inner)) {
      const partOfKey = foreignPart(key);
      if (partOfKey !== undefined) problems.push(`${shown()} contains a key with ${partOfKey}. Rename it.`);
      path.push(key);
      walk(each);
      path.pop();
    }
  };
  walk(value);
  return problems;
}

/** A JSON pointer, RFC 6901, truncated if it is long. */
function shownPath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'The document';
  const parts = path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return excerpt(parts.join(''), 120);
}

function invalid(name: string, problems: readonly string[], next: readonly Line[] = correcting): Failure {
  const shown = problems.slice(0, mostProblems);
  const rest = problems.length - shown.length;
  const more = rest > 0 ? [`And ${rest} more.`] : [];
  return new Failure('content', `${name} isn't a valid setup file:`, [...shown, ...more, ...next]);
}

const correcting: readonly Line[] = [
  'Correct the file. To create another one, run:',
  { command: [programName] },
];
