import { lookup } from './lookup.ts';
import { withoutTrailing } from './trim-end.ts';

const named: Readonly<Record<number, string>> = {
  27: 'an escape character',
  160: 'a no-break space',
  173: 'a soft hyphen',
  8203: 'a zero-width space',
  8204: 'a zero-width non-joiner',
  8205: 'a zero-width joiner',
  8206: 'a left-to-right mark',
  8207: 'a right-to-left mark',
  8288: 'a word joiner',
  65279: 'a byte order mark',
  65533: "a byte that isn't UTF-8",
};

/** Characters that are clear without their code point. */
const plain: Readonly<Record<number, string>> = {
  9: 'a tab',
  10: 'a line break',
  13: 'a carriage return',
  32: 'a space',
  34: 'a double quotation mark',
  39: 'a single quotation mark',
  96: 'a backtick',
};

function codePointName(code: number): string {
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const known = lookup(plain, code);
  if (known !== undefined) return known;
  const name = lookup(named, code);
  if (name !== undefined) return `${name} (${hex})`;
  if (code < 32 || (code >= 127 && code < 160)) return `a control character (${hex})`;
  return code > 126 ? `a non-ASCII character (${hex})` : `"${String.fromCodePoint(code)}"`;
}

/**
 * Describes the first character that doesn't match `allowed`, without showing the rest of the text.
 * @returns for example `a zero-width space (U+200B) at position 4`; the first character is at position 1
 */
export function foreignCharacter(text: string, allowed: RegExp): string | undefined {
  let position = 0;
  for (const character of text) {
    position += 1;
    if (!allowed.test(character))
      return `${codePointName(character.codePointAt(0) ?? 0)} at position ${position}`;
  }
  return undefined;
}

/**
 * The same as a problem that completes a sentence: `contains a space at position 4`. Trailing white space is named as
 * such, since it can't be seen and commands such as `echo` in cmd leave it there.
 */
export function foreignCharacterProblem(text: string, allowed: RegExp): string | undefined {
  const trimmed = withoutTrailing(text, ' \t');
  const inside = foreignCharacter(trimmed, allowed);
  if (inside !== undefined) return `contains ${inside}`;
  if (trimmed === text) return undefined;
  const name = text.charAt(trimmed.length) === ' ' ? 'space' : 'tab';
  return `has a trailing ${name} (position ${trimmed.length + 1})`;
}

/** Every line break that an editor or a terminal may recognize. */
export const lineBreak = /\r\n|[\n\v\f\r\x85\u2028\u2029]/;

const controlsAndOverrides = '\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069';
const marks = '\\u061c\\u200e\\u200f\\ufeff\\ufff9-\\ufffb';

/**
 * Control characters and bidirectional controls, with which a terminal or an editor shows a different text from the
 * actual one. Tabs and line breaks don't count.
 */
export const deceptive = new RegExp(`[${controlsAndOverrides}]`);

/** The same and invisible marks: a value shown without them would differ from the stored one. */
export const misleading = new RegExp(`[${controlsAndOverrides}${marks}]`);

/** A lone surrogate, which has no bytes: `encodeURIComponent` throws, and other encoders replace it with U+FFFD. */
export const halfCharacter = /[\ud800-\udfff]/u;

/**
 * The pattern of an invisible character other than white space: controls, zero-width and directional marks, fillers,
 * variation selectors.
 */
export const invisible = '(?![\\t\\n\\v\\f\\r])[\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}\\u2800]';

/** The alphabet of base64url, RFC 4648 section 5, used for code verifiers and code challenges. */
export const base64urlCharacter = /^[A-Za-z0-9_-]$/;

/** VSCHAR of RFC 6749 appendix A, allowed in codes and tokens. */
export const tokenCharacter = /^[\x20-\x7e]$/;

/** VSCHAR of RFC 6749 appendix A without the space, allowed in Client IDs, Client Secrets and URLs. */
export const visibleAscii = /^[\x21-\x7e]$/;

/** scope-token of RFC 6749 section 3.3. */
export const scopeCharacter = /^[\x21\x23-\x5b\x5d-\x7e]$/;

/** The same without the characters that a URL must percent-encode, RFC 3986 section 2. */
export const urlCharacter = /^[\x21\x23-\x3b\x3d\x3f-\x5f\x61-\x7e]$/;

/** What a decoder puts in place of bytes that aren't UTF-8. */
export const replacementCharacter = '\ufffd';

/** The pattern of a text that can be shown, and read again once it is written; with the `u` flag. */
export const faithfulText = `^[^${controlsAndOverrides}\\ud800-\\udfff\\ufffd]*$`;

/** Whether a text has only printable ASCII characters, dots, shapes, and line breaks, so that nothing in it can mislead. */
export const isPlain = (text: string): boolean => /^[\n\x20-\x7e\xb7\u2022\u2026\u2500-\u27bf]*$/.test(text);

/** Whether a text has only ASCII characters, so that no table of Unicode is needed to read it. */
export const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);
