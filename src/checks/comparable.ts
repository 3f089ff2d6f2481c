import { decodedDeeply } from '../text/decode-deeply.ts';
import { entityText } from '../text/html-entities.ts';
import { escapeSequences } from '../text/sanitize.ts';

/** White space, marks, and whatever else has no shape of its own. */
const shapeless = /[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\s]/gu;

const shaped = (text: string): string =>
  text.replace(escapeSequences, '').normalize('NFKD').replace(shapeless, '');

/**
 * A text as it is compared: without case, white space and characters that nobody sees.
 * @param plusIsSpace form encoding writes a space as `+`, so it may be either
 */
export function comparable(text: string, plusIsSpace: boolean): string {
  const lower = shaped(text).toLowerCase();
  return plusIsSpace ? lower.replaceAll('+', '') : lower;
}

/** What remains where marks of any kind were put in between. */
export const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Spellings that browsers and languages read as the ones that are decoded here, in the order in which they are undone. */
const looseSpellings: readonly (readonly [RegExp, string])[] = [
  // A numeric entity ends at the first character that is no digit.
  [/(&#(?:x[\da-f]{1,8}|\d{1,8}))(?![\da-f;])/gi, '$1;'],
  [/(&#\d{1,8})(?![\d;])/g, '$1;'],
  [/%u([\da-f]{4})/gi, '\\u$1'],
  [/\\u\{0{0,4}([\da-f]{2})\}/gi, '\\u00$1'],
  [/\\\r?\n/g, ''],
];

const octal = /\\([0-3][0-7]{2})/g;

function respelled(text: string): string {
  const known = looseSpellings.reduce((each, [from, to]) => each.replace(from, to), text);
  return known
    .replace(octal, (_, digits) => String.fromCharCode(Number.parseInt(digits, 8)))
    .replace(namedEntity, (entity, name) => (entityText(name) === undefined ? '' : entity));
}

const namedEntity = /&([a-z]\w{1,31});/gi;

/** Every way to read a text in which a secret may hide: as it is, decoded, without tags, and out of base64. */
export function comparableForms(text: string): string[] {
  // An escape may itself be split, by a space or a tag.
  const spellings = [text, shaped(text), respelled(text)];
  const readings = [...new Set(spellings)].flatMap(decodings);
  const unpacked = [...new Set(readings)].map(fromBase64);
  const all = [...readings, ...unpacked, ...unpacked.map(fromBase64)];
  return [...new Set(all.flatMap(plusForms))];
}

/** A text as it is compared, with and without `+`. */
export const plusForms = (text: string): string[] => [comparable(text, false), comparable(text, true)];

function decodings(text: string): string[] {
  const decoded = decodedDeeply(text);
  return [text, decoded, decodedDeeply(text, true), decodedDeeply(withoutTags(text)), withoutTags(decoded)];
}

const withoutTags = (text: string): string => text.replace(/<[^<>]*>/g, '');

/**
 * What the runs of base64 in a text stand for, either alphabet, wherever in a group of four they begin. Credentials of
 * HTTP Basic may be encoded once more inside.
 */
function fromBase64(text: string): string {
  const runs = text.replace(/\s/g, '').match(/[\w+/-]{11,}/g) ?? [];
  const bytes = runs.flatMap((run) => [0, 1, 2, 3].map((at) => Buffer.from(run.slice(at), 'base64')));
  return decodedDeeply(bytes.map((each) => each.toString('utf8')).join('\n'));
}
