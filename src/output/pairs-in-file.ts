import { deriveCodeChallenge } from '../oauth/pkce.ts';
import { verifierLength } from '../oauth/verifier-length.ts';
import { withoutByteOrderMark } from '../text/byte-order-mark.ts';
import { isObject } from '../text/json-object.ts';
import { lookup } from '../text/lookup.ts';

/*
 * Finds the code verifiers in a file in any of our formats, from any release, even after an editor, a formatter, or a shell
 * changed its layout or encoding. Overwriting a file must not destroy the only copy of a pair.
 */

/** Every code verifier in a file, which may contain nothing else, as for --code-verifier-file. */
export function verifiersInFile(content: Uint8Array): Set<string> {
  return new Set(decodings(Buffer.from(content)).flatMap(verifiersInText));
}

/** In UTF-16, each ASCII character has a zero byte; with or without a byte order mark, in either byte order. */
function decodings(bytes: Buffer): string[] {
  if (!bytes.includes(0)) return [bytes.toString('utf8')];
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return [bytes.toString('utf8'), even.toString('utf16le'), Buffer.from(even).swap16().toString('utf16le')];
}

/** Whether a file contains only a text like a code verifier, which may as well be another text. */
export function isBareVerifier(content: Uint8Array): boolean {
  return decodings(Buffer.from(content)).some((text) => bareVerifier(text) !== undefined);
}

function bareVerifier(text: string): string | undefined {
  const only = withoutByteOrderMark(text).trim();
  return isVerifier(only) ? only : undefined;
}

function verifiersInText(text: string): string[] {
  const only = bareVerifier(text);
  if (only !== undefined) return [only];
  const inValues = verifiersInJson(text);
  const unescaped = plain(text);
  const certain = [...(inValues ?? []), ...labelled(unescaped), ...withChallenge(unescaped)];
  return inValues !== undefined || certain.length > 0 ? certain : nextAfterMention(unescaped);
}

/** One JSON value, or one per line as `pkce --count` writes them; undefined if the text is not JSON. */
function verifiersInJson(text: string): string[] | undefined {
  const json = withoutByteOrderMark(text);
  if (!/^\s*[[{]/.test(json)) return undefined;
  try {
    return verifiersInValue(JSON.parse(json));
  } catch {
    return verifiersInLines(json);
  }
}

function verifiersInLines(text: string): string[] | undefined {
  try {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .flatMap((line) => verifiersInValue(JSON.parse(line)));
  } catch {
    return undefined;
  }
}

/** A pair has its verifier under `codeVerifier`, a row of a Parameters table under `value`. */
function verifiersInValue(root: unknown): string[] {
  const found: string[] = [];
  const left = [root];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (isObject(value)) found.push(...namedVerifiers(value));
    for (const inner of Object.values(value)) left.push(inner);
  }
  return found;
}

function namedVerifiers(value: Record<string, unknown>): string[] {
  const entries = Object.entries(value);
  const row = typeof value.key === 'string' ? [[value.key, value.value] as const] : [];
  return [...entries, ...row].flatMap(([key, text]) =>
    /^\s*code[\s_-]?verifier\s*$/i.test(key) && typeof text === 'string' && isVerifier(text.trim())
      ? [text.trim()]
      : [],
  );
}

/** RFC 7636 section 4.1 also allows `.` and `~`, which we never generate. */
function isVerifier(text: string): boolean {
  return text.length >= verifierLength.min && text.length <= verifierLength.max && /^[\w.~-]+$/.test(text);
}

/** The text without the escapes of JSON, HTML and Markdown. */
function plain(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\[bfnrt]/g, ' ')
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});/g, (_, digits: string) => character(Number(digits)))
    .replace(
      /&(lowbar|UnderBar|hyphen|dash|quot|apos|nbsp|gt|lt);/g,
      (_, name: string) => lookup(entities, name) ?? ' ',
    )
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '');
}

const entities: Readonly<Record<string, string>> = { lowbar: '_', UnderBar: '_', hyphen: '-', dash: '-' };

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : ' ');

/** The label, punctuation, the words of our formats, then the value. */
const afterLabel = /code[\s_-]?verifier[^\w.~-]*(?:(?:value|text|send\s+in[^\n]*)[^\w.~-]*){0,3}([\w.~-]+)/gi;

function labelled(text: string): string[] {
  return [...text.matchAll(afterLabel)].flatMap(([, value = '']) => (isVerifier(value) ? [value] : []));
}

/** A text whose S256 challenge is also in the file is a code verifier in any context. */
function withChallenge(text: string): string[] {
  const words = new Set([...wordsOf(text, /[\w-]{43,}/g), ...wordsOf(text, /[\w.~-]{43,}/g)]);
  return [...words].filter((word) => words.has(deriveCodeChallenge(word)));
}

const wordsOf = (text: string, pattern: RegExp): string[] => (text.match(pattern) ?? []).filter(isVerifier);

/** For a layout changed by an editor: the first well-formed text after each label. */
function nextAfterMention(text: string): string[] {
  const [, ...pieces] = text.split(/code[\s_-]?verifier/i);
  return pieces.flatMap((piece) => wordsOf(piece, /[\w.~-]{43,}/g).slice(0, 1));
}
