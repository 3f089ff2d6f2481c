import { isAscii, replacementCharacter } from '../text/characters.ts';
import { decodedDeeply } from '../text/decode-deeply.ts';
import { respelled } from '../text/loose-spellings.ts';
import { once } from '../text/once.ts';
import { escapeSequences } from '../text/sanitize.ts';

/** White space, marks, and other characters without a visible shape. */
const shapeless = once(() => /[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\s]/gu);
const mark = once(() => /[^\p{L}\p{N}]/gu);

/** The same for ASCII, without loading the properties of all characters. */
const notVisibleAscii = /[^\x21-\x7e]+/g;
const markAscii = /[^A-Za-z\d]/g;

/**
 * How to read a text. A rough reading consists of ASCII only. It has every piece of an ASCII secret that an exact one has,
 * and is faster.
 */
export type Precision = 'rough' | 'exact';

function shaped(text: string, precision: Precision): string {
  const plain = text.replace(escapeSequences, '').normalize('NFKD');
  return plain.replace(precision === 'rough' || isAscii(plain) ? notVisibleAscii : shapeless(), '');
}

/** A text in comparable form: without case, white space, and invisible characters. */
export const comparable = (text: string, precision: Precision = 'exact'): string =>
  shaped(text, precision).toLowerCase();

/** Letters and digits only, to see through separators of any kind. */
export const bare = (text: string): string => text.replace(isAscii(text) ? markAscii : mark(), '');

/** Every reading of a text in which a secret may hide: unchanged, decoded, without tags, and decoded from base64. */
export function comparableForms(text: string, precision: Precision): string[] {
  // An escape may itself be split, by a space or a tag.
  const spellings = distinct([text, shaped(text, precision), respelled(text)]);
  const readings = distinct(spellings.flatMap(decodings));
  const unpacked = fromBase64(readings);
  const all = distinct([...readings, ...unpacked, ...fromBase64(unpacked)]);
  return distinct(all.flatMap((each) => plusForms(each, precision)));
}

/** A text in comparable form, with and without `+`: form encoding writes a space as `+`, so it may be either. */
export function plusForms(text: string, precision: Precision = 'exact'): [string, string] {
  const form = comparable(text, precision);
  return [form, form.replaceAll('+', '')];
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

function decodings(text: string): string[] {
  const decoded = decodedDeeply(text);
  return [text, decoded, decodedDeeply(text, true), decodedDeeply(withoutTags(text)), withoutTags(decoded)];
}

const withoutTags = (text: string): string => text.replace(/<[^<>]*>/g, '');

/** Anything shorter that decoding yields is too common: a piece of a secret, or text among the bytes that words decode to. */
export const shortestPiece = 4;

/**
 * The decoded runs of base64 in each text, in either alphabet, beginning anywhere in a group of four. They may contain
 * encoded credentials of HTTP Basic.
 */
function fromBase64(texts: readonly string[]): string[] {
  return distinct(texts.map((text) => text.replace(/\s/g, ''))).map((text) => {
    const runs = text.match(/[\w+/-]{11,}/g) ?? [];
    const bytes = runs.flatMap((run) => [0, 1, 2, 3].map((at) => Buffer.from(run.slice(at), 'base64')));
    const readable = bytes.flatMap((each) => each.toString('utf8').split(replacementCharacter));
    return decodedDeeply(readable.filter((part) => part.length >= shortestPiece).join('\n'));
  });
}
