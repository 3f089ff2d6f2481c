import { decodedDeeply } from '../text/decode-deeply.ts';
import { respelled } from '../text/loose-spellings.ts';
import { once } from '../text/once.ts';
import { escapeSequences } from '../text/sanitize.ts';

/** White space, marks, and other characters without a visible shape. */
const shapeless = once(() => /[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\s]/gu);
const mark = once(() => /[^\p{L}\p{N}]/gu);

/** The same for ASCII, which almost every text is, without loading the properties of all characters. */
const shapelessAscii = /[\0-\x20\x7f]/g;
const markAscii = /[^A-Za-z\d]/g;

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

function shaped(text: string): string {
  const plain = text.replace(escapeSequences, '');
  return isAscii(plain)
    ? plain.replace(shapelessAscii, '')
    : plain.normalize('NFKD').replace(shapeless(), '');
}

/**
 * A text in comparable form: without case, white space, and invisible characters.
 * @param plusIsSpace form encoding writes a space as `+`, so it may be either
 */
export function comparable(text: string, plusIsSpace: boolean): string {
  const lower = shaped(text).toLowerCase();
  return plusIsSpace ? lower.replaceAll('+', '') : lower;
}

/** Letters and digits only, to see through separators of any kind. */
export const bare = (text: string): string => text.replace(isAscii(text) ? markAscii : mark(), '');

/** Every reading of a text in which a secret may hide: unchanged, decoded, without tags, and decoded from base64. */
export function comparableForms(text: string): string[] {
  // An escape may itself be split, by a space or a tag.
  const spellings = [text, shaped(text), respelled(text)];
  const readings = [...new Set(spellings)].flatMap(decodings);
  const unpacked = [...new Set(readings)].map(fromBase64);
  const all = [...readings, ...unpacked, ...unpacked.map(fromBase64)];
  return [...new Set(all.flatMap(plusForms))];
}

/** A text in comparable form, with and without `+`. */
export const plusForms = (text: string): string[] => [comparable(text, false), comparable(text, true)];

function decodings(text: string): string[] {
  const decoded = decodedDeeply(text);
  return [text, decoded, decodedDeeply(text, true), decodedDeeply(withoutTags(text)), withoutTags(decoded)];
}

const withoutTags = (text: string): string => text.replace(/<[^<>]*>/g, '');

/**
 * The decoded runs of base64 in a text, in either alphabet, beginning anywhere in a group of four. They may contain encoded
 * credentials of HTTP Basic.
 */
function fromBase64(text: string): string {
  const runs = text.replace(/\s/g, '').match(/[\w+/-]{11,}/g) ?? [];
  const bytes = runs.flatMap((run) => [0, 1, 2, 3].map((at) => Buffer.from(run.slice(at), 'base64')));
  return decodedDeeply(bytes.map((each) => each.toString('utf8')).join('\n'));
}
