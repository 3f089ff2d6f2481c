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
  65533: 'a byte that is not UTF-8',
};

/** Characters that need no code point to be known. */
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
  return code > 126 ? `a character that is not ASCII (${hex})` : `"${String.fromCodePoint(code)}"`;
}

/**
 * Finds the first character that does not match `allowed` and describes it without echoing the text around it.
 * @returns for example `a zero-width space (U+200B) at position 4` (positions count characters from 1).
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
 * The same as a problem that completes a sentence: `contains a space at position 4`. White space at the end is named so,
 * since no one sees it, and commands such as `echo` in cmd leave it behind.
 */
export function foreignCharacterProblem(text: string, allowed: RegExp): string | undefined {
  const trimmed = withoutTrailing(text, ' \t');
  const inside = foreignCharacter(trimmed, allowed);
  if (inside !== undefined) return `contains ${inside}`;
  if (trimmed === text) return undefined;
  const name = text.charAt(trimmed.length) === ' ' ? 'space' : 'tab';
  return `has a trailing ${name} (position ${trimmed.length + 1})`;
}

/** Every line break that an editor or a terminal may know. */
export const lineBreak = /\r\n|[\n\v\f\r\x85\u2028\u2029]/;

const controlsAndOverrides = '\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069';
const marks = '\\u061c\\u200e\\u200f\\ufeff\\ufff9-\\ufffb';

/**
 * Control characters and those that turn the direction of reading: a terminal or an editor shows something else than
 * what is there. Tabs and line breaks are not among them.
 */
export const deceptive = new RegExp(`[${controlsAndOverrides}]`);

/** The same with marks that nobody sees: a value that is shown without them would not be the one that is kept. */
export const misleading = new RegExp(`[${controlsAndOverrides}${marks}]`);

/** Half a character, which has no bytes: `encodeURIComponent` throws, and other encoders put U+FFFD in its place. */
export const halfCharacter = /\p{Surrogate}/u;

/**
 * What a text can have in it without anyone seeing it, white space apart: controls, zero-width and directional marks,
 * fillers, variation selectors.
 */
export const invisible = /(?![\t\n\v\f\r])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** The alphabet of base64url, RFC 4648 section 5: what verifiers and challenges are made of here. */
export const base64urlCharacter = /^[A-Za-z0-9_-]$/;

/** VSCHAR of RFC 6749 appendix A: what codes and tokens are made of. */
export const tokenCharacter = /^[\x20-\x7e]$/;

/** VSCHAR of RFC 6749 appendix A without the space: what client IDs, secrets and addresses are made of. */
export const visibleAscii = /^[\x21-\x7e]$/;

/** scope-token of RFC 6749 section 3.3. */
export const scopeCharacter = /^[\x21\x23-\x5b\x5d-\x7e]$/;

/** The same without what must be percent-encoded in a URL for quoting, RFC 3986 section 2. */
export const urlCharacter = /^[\x21\x23-\x3b\x3d\x3f-\x5f\x61-\x7e]$/;
