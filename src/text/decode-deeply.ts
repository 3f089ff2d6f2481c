import { entityText } from './html-entities.ts';

/** The longest entity, including padded ones such as `&#x0000000041;`. */
const longestEntity = 24;

const code = (character: string): number => character.charCodeAt(0);
const [percent, semicolon, ampersand, backslash] = ['%', ';', '&', '\\'].map(code);
const [less, greater, letterU, letterX] = ['<', '>', 'u', 'x'].map(code);

/** After a backslash: the characters that JSON and JavaScript escape, and the letters that mean white space. */
const escapedAsIs = new Set(['"', "'", '/', '\\', '`'].map(code));
const escapedSpace = new Set(['n', 'r', 't', 'b', 'f', 'v', '0'].map(code));

const isHex = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 48 && byte <= 57) || ((byte | 32) >= 97 && (byte | 32) <= 102));

/** Whether a text contains a character that can begin an escape in any spelling. */
export const mayBeEscaped = (text: string): boolean => /[%&\\]/.test(text);

/**
 * Undoes HTML entities, percent-encoding and JSON escapes, in any order and any number of times; `dropTags` also removes
 * everything between angle brackets. The result is for comparing, not for showing.
 *
 * One pass over the bytes: each is pushed onto a stack, and a complete escape at its top is replaced by its value, which
 * may complete another escape. Every replacement shortens the stack, so the time is proportional to the length of the
 * text, regardless of the nesting. A text without a character that can begin an escape or a tag needs no pass.
 */
export function decodedDeeply(text: string, dropTags = false): string {
  const needsPass = mayBeEscaped(text) || (dropTags && text.includes('<'));
  return needsPass ? new ByteStack(Buffer.from(text), dropTags).decoded() : text.toWellFormed();
}

class ByteStack {
  readonly #input: Buffer;
  readonly #bytes: Buffer;
  readonly #dropTags: boolean;
  /** The positions of open angle brackets. */
  readonly #open: number[] = [];
  /** Bytes still to push. Not recursive, since a chain of replacements can be as long as the text. */
  readonly #pending: number[] = [];
  #length = 0;

  constructor(input: Buffer, dropTags: boolean) {
    this.#input = input;
    // A decoded value is never longer than its escape.
    this.#bytes = Buffer.alloc(input.length);
    this.#dropTags = dropTags;
  }

  decoded(): string {
    for (const byte of this.#input) {
      this.#push(byte);
      for (let next = this.#pending.shift(); next !== undefined; next = this.#pending.shift())
        this.#push(next);
    }
    return this.#bytes.subarray(0, this.#length).toString('utf8');
  }

  #push(byte: number): void {
    this.#bytes[this.#length] = byte;
    this.#length += 1;
    if (byte === less && this.#dropTags) this.#open.push(this.#length - 1);
    if (byte === greater) this.#closeTag();
    else if (byte === semicolon) this.#closeEntity();
    else if (isHex(byte) && this.#closeHex()) return;
    else this.#closeEscape(byte);
  }

  /** The byte at a place counted from 1 at the top; undefined below the bottom. */
  #at(fromTop: number): number | undefined {
    return this.#bytes[this.#length - fromTop];
  }

  /** Replaces the top `count` bytes with their decoded value. */
  #replace(count: number, by: Iterable<number>): void {
    this.#length -= count;
    while ((this.#open.at(-1) ?? -1) >= this.#length) this.#open.pop();
    this.#pending.push(...by);
  }

  #closeTag(): void {
    const start = this.#open.at(-1);
    if (start !== undefined) this.#replace(this.#length - start, []);
  }

  #closeEntity(): void {
    const from = Math.max(0, this.#length - longestEntity);
    const found = this.#bytes.subarray(from, this.#length).lastIndexOf(ampersand ?? 0);
    if (found < 0) return;
    const at = from + found;
    const name = this.#bytes.toString('latin1', at + 1, this.#length - 1);
    const value = entityText(name);
    if (value !== undefined) this.#replace(this.#length - at, Buffer.from(value));
  }

  /** `%41`, `\x41` and `\u0041`. @returns whether something was replaced */
  #closeHex(): boolean {
    if (isHex(this.#at(2)) && this.#at(3) === percent) return this.#replaceHex(2, 1, (value) => [value]);
    if (this.#at(3) === letterX && this.#at(4) === backslash && isHex(this.#at(2)))
      return this.#replaceHex(2, 2, utf8);
    const isUnicode = this.#at(5) === letterU && this.#at(6) === backslash;
    return isUnicode && [2, 3, 4].every((place) => isHex(this.#at(place))) && this.#replaceHex(4, 2, utf8);
  }

  #replaceHex(digits: number, mark: number, bytesOf: (value: number) => Iterable<number>): true {
    const value = Number.parseInt(this.#bytes.toString('latin1', this.#length - digits, this.#length), 16);
    this.#replace(digits + mark, bytesOf(value));
    return true;
  }

  #closeEscape(byte: number): void {
    if (this.#at(2) !== backslash) return;
    if (escapedSpace.has(byte)) this.#replace(2, []);
    else if (escapedAsIs.has(byte)) this.#replace(2, byte === backslash ? [] : [byte]);
    if (byte === backslash) this.#keepBackslash();
  }

  /** Two backslashes make one, which may escape what follows; pushing it again would match itself. */
  #keepBackslash(): void {
    this.#bytes[this.#length] = backslash ?? 0;
    this.#length += 1;
  }
}

const utf8 = (value: number): Iterable<number> => Buffer.from(String.fromCharCode(value));
