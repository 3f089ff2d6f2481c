import type * as z from 'zod/mini';
import { Failure } from '../errors.ts';
import type { Line } from '../message.ts';
import { withoutByteOrderMark } from '../text/byte-order-mark.ts';
import { deceptive, halfCharacter } from '../text/characters.ts';
import { isObject } from '../text/json-object.ts';
import { excerpt } from '../text/sanitize.ts';
import { withExtensionKeysOf, withoutExtensionKeys } from './extension-keys.ts';
import { isAsWritten, parseJson, repeatedKeys, roundedNumbers } from './json-text.ts';
import { type Setup, setupSchema } from './schema.ts';
import { schemaVersion } from './schema-version.ts';

const deepest = 32;
const mostProblems = 20;

const isDeceptive = (value: unknown): boolean =>
  typeof value === 'string' && (deceptive.test(value) || halfCharacter.test(value));

/**
 * Parses a setup file, judging only its format.
 * @param name the name of the file in messages, which never contain its content
 * @throws Failure (content) with every format problem and its path, or with the place of a syntax error
 */
export function readSetup(text: string, name: string): Setup {
  const json = withoutByteOrderMark(text);
  const value = readValue(json, name);
  const ofContent = [...contentProblems(value, name), ...textProblems(json, value)];
  refuseNewerVersion(value, name);
  const read = setupSchema.safeParse(withoutExtensionKeys(value));
  const problems = [
    ...ofContent,
    ...(read.error?.issues.flatMap((issue) => describeIssue(issue, value)) ?? []),
  ];
  if (!read.success || problems.length > 0) throw invalid(name, problems);
  return withExtensionKeysOf(read.data, value);
}

function readValue(json: string, name: string): unknown {
  const parsed = parseJson(json);
  if (!parsed.ok) throw invalid(name, [parsed.problem]);
  return parsed.value;
}

/** What is lost when the text is written again. */
const textProblems = (json: string, value: unknown): string[] =>
  isAsWritten(json, value) ? [] : [...losses(json), ...repetitions(json)];

const losses = (json: string): string[] =>
  roundedNumbers(json).map(
    (path) => `${shownPath(path)} is a number that would lose digits. Write it as a string.`,
  );

/** JSON.parse silently uses the last one. */
function repetitions(json: string): string[] {
  return repeatedKeys(json).map((path) => `${shownPath(path)} is a duplicate key. Keep only one.`);
}

function refuseNewerVersion(value: unknown, name: string): void {
  if (!isObject(value) || typeof value.schemaVersion !== 'number' || value.schemaVersion <= schemaVersion)
    return;
  throw invalid(name, [
    `/schemaVersion is above ${schemaVersion}: the file needs a newer version of this program. Upgrade:`,
    { command: ['npx', 'zi-oauth-setup@latest'] },
  ]);
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
    if (isDeceptive(inner))
      problems.push(`${shown()} contains a control, escape or bidirectional character. Remove it.`);
    if (typeof inner !== 'object' || inner === null) return;
    if (path.length === deepest) throw invalid(name, [`${shown()} is nested too deeply.`]);
    for (const [key, each] of Object.entries(inner)) {
      if (isDeceptive(key))
        problems.push(
          `${shown()} contains a key with a control, escape or bidirectional character. Rename it.`,
        );
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

function describeIssue(issue: z.core.$ZodIssue, value: unknown): string[] {
  const { path } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(
        (key) => `${shownPath([...path, key])} is an unknown key. Remove it, or begin its name with x-.`,
      );
    case 'invalid_type': {
      const found = path.reduce<unknown>(
        (inner, key) => (inner as Record<PropertyKey, unknown>)?.[key],
        value,
      );
      const missing = found === undefined ? 'is missing' : `is ${withArticle(typeName(found))}`;
      return [`${shownPath(path)} ${missing} (expected ${withArticle(issue.expected)}).`];
    }
    case 'invalid_value':
      return [`${shownPath(path)} must be ${issue.values.map(String).join(' or ')}.`];
    case 'too_big':
      return [
        `${shownPath(path)} is too long (maximum ${issue.maximum} ${issue.origin === 'string' ? 'characters' : 'items'}).`,
      ];
    default:
      return [`${shownPath(path)} is invalid.`];
  }
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

function withArticle(type: string): string {
  if (type === 'null') return type;
  if (type === 'array') return 'a list';
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function invalid(name: string, problems: readonly Line[]): Failure {
  const shown = problems.slice(0, mostProblems);
  const rest = problems.length - shown.length;
  return new Failure(
    'content',
    `${name} isn't a valid setup file:`,
    rest > 0 ? [...shown, `And ${rest} more.`] : shown,
  );
}
