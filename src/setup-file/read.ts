import type * as z from 'zod/mini';
import { Failure } from '../errors.ts';
import type { Line } from '../message.ts';
import { withoutByteOrderMark } from '../text/byte-order-mark.ts';
import { deceptive, halfCharacter } from '../text/characters.ts';
import { isObject } from '../text/json-object.ts';
import { excerpt } from '../text/sanitize.ts';
import { withExtensionKeysOf, withoutExtensionKeys } from './extension-keys.ts';
import { parseJson, repeatedKeys, roundedNumbers } from './json-text.ts';
import { type Setup, setupSchema } from './schema.ts';
import { schemaVersion } from './schema-version.ts';

const deepest = 32;
const mostProblems = 20;

const isDeceptive = (value: unknown): boolean =>
  typeof value === 'string' && (deceptive.test(value) || halfCharacter.test(value));

/**
 * Reads the text of a setup file, judging its form only.
 * @param name how to call the file in messages; its content is never part of them.
 * @throws Failure (content) that names every problem of form with its path, or where the syntax breaks.
 */
export function readSetup(text: string, name: string): Setup {
  const json = withoutByteOrderMark(text);
  const value = readValue(json, name);
  const ofContent = [...contentProblems(value, name), ...losses(json), ...repetitions(json)];
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

const losses = (json: string): string[] =>
  roundedNumbers(json).map(
    (path) => `${shownPath(path)} is a number that would lose digits: write it as a string.`,
  );

/** JSON.parse would take the last one without a word. */
function repetitions(json: string): string[] {
  return repeatedKeys(json).map((path) => `${shownPath(path)} stands there more than once.`);
}

function refuseNewerVersion(value: unknown, name: string): void {
  if (!isObject(value) || typeof value.schemaVersion !== 'number' || value.schemaVersion <= schemaVersion)
    return;
  throw invalid(name, [
    `/schemaVersion is newer than this program knows (${schemaVersion}). Upgrade:`,
    { command: ['npx', 'zi-oauth-setup@latest'] },
  ]);
}

/**
 * What is wrong with single texts. Own keys are looked into as well, since their values are kept and
 * printed. Everything behind this walks down the value too, so a value without an end ends here.
 */
function contentProblems(value: unknown, name: string): string[] {
  const problems: string[] = [];
  const path: string[] = [];
  const shown = (): string => shownPath(path);
  const walk = (inner: unknown): void => {
    if (isDeceptive(inner)) problems.push(`${shown()} has a control, escape or bidirectional character.`);
    if (typeof inner !== 'object' || inner === null) return;
    if (path.length === deepest) throw invalid(name, [`${shown()} is nested too deeply.`]);
    for (const [key, each] of Object.entries(inner)) {
      if (isDeceptive(key))
        problems.push(`${shown()} has a key with a control, escape or bidirectional character.`);
      path.push(key);
      walk(each);
      path.pop();
    }
  };
  walk(value);
  return problems;
}

/** A JSON pointer, RFC 6901, cut where it is long. */
function shownPath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'The whole';
  const parts = path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return excerpt(parts.join(''), 120);
}

function describeIssue(issue: z.core.$ZodIssue, value: unknown): string[] {
  const { path } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(
        (key) => `${shownPath([...path, key])} is not a known key (your own begin with x-).`,
      );
    case 'invalid_type': {
      const found = path.reduce<unknown>(
        (inner, key) => (inner as Record<PropertyKey, unknown>)?.[key],
        value,
      );
      const missing = found === undefined ? 'is missing' : `is ${withArticle(typeName(found))}`;
      return [`${shownPath(path)} ${missing}: it should be ${withArticle(issue.expected)}.`];
    }
    case 'invalid_value':
      return [`${shownPath(path)} should be ${issue.values.map(String).join(' or ')}.`];
    case 'too_big':
      return [
        `${shownPath(path)} is too long: at most ${issue.maximum} ${issue.origin === 'string' ? 'characters' : 'items'}.`,
      ];
    default:
      return [`${shownPath(path)} is not acceptable.`];
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
    `${name} is not a setup file:`,
    rest > 0 ? [...shown, `and ${rest} more.`] : shown,
  );
}
