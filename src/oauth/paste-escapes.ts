import { invisible } from '../text/characters.ts';
import { entityText } from '../text/html-entities.ts';
import { once } from '../text/once.ts';

/** A text without escapes, and where each of its characters began in the text before. */
export interface Unescaped {
  readonly text: string;
  /** One more than there are characters: the last is the end. */
  readonly origin: Int32Array;
}

const anInvisible = once(() => new RegExp(`^${invisible}$`, 'u'));

const urlCharacterBefore = '(?<=[\\w%.~+-])';
const urlCharacterAfter = '(?=[\\w%.~&+-])';

type Meaning = (...groups: (string | undefined)[]) => string | undefined;

/** The character that a numeric escape represents. */
function written(hex: string): string {
  const character = String.fromCharCode(Number.parseInt(hex.replace(/\s+/g, ''), 16));
  return anInvisible().test(character) ? '' : character;
}

/** References of HTML may have a line wrap inside. An unknown one remains. */
function reference(name = ''): string | undefined {
  const plain = name.replace(/\s+/g, '');
  const text = entityText(plain) ?? entityText(plain.toLowerCase());
  return text !== undefined && anInvisible().test(text) ? '' : text;
}

/** Escapes of HTML, JSON, and shells, each with one group, and what they represent. */
const escapes: readonly (readonly [pattern: string, meaning: Meaning])[] = [
  [
    '&(?:\\s*a\\s*m\\s*p\\s*;)*(\\s*a\\s*m\\s*p|q\\s*u\\s*o\\s*t|l\\s*t|g\\s*t|n\\s*b\\s*s\\s*p|\\s*#(?:\\s*\\d){1,8}|\\s*#\\s*x(?:\\s*[\\da-f]){1,8}|[a-z]{2,14})\\s*;',
    reference,
  ],
  // An apostrophe inside quotation marks must not be taken for their end.
  ["('\\\\'')", () => '%27'],
  [`${urlCharacterBefore}\\\\+(?:u0027|x27|')()${urlCharacterAfter}`, () => '%27'],
  // Also where a line was wrapped inside.
  ['\\\\+(?:u|\\s+u(?=\\s*0\\s*0))((?:\\s*[\\da-f]){4})', (hex = '') => written(hex)],
  ['\\\\+x([\\da-f]{2})', (hex = '') => written(hex)],
  ['(\\\\+r\\\\+n)', () => '\n'],
  ['\\\\+([nrt])', (letter) => (letter === 't' ? '\t' : '\n')],
  ['(\\\\+)', () => ''],
  ['(?<=%\\s{0,8})(\\^)(?=\\s{0,8}[\\da-f]\\s{0,8}[\\da-f])', () => ''],
  ['(\\^)(?=[\\^&"?=%\\s!#$@|<>{}\\[\\]()])', () => ''],
  ['(`)(?=[$&])', () => ''],
];

const firstOf = "(?=[&'\\\\^`])";
const everyEscape = new RegExp(`${firstOf}(?:${escapes.map(([pattern]) => pattern).join('|')})`, 'gi');

/** Undoes the escapes of HTML, JSON and shells around and inside a URL. Percent-encoding remains. */
export function unescaped(text: string): Unescaped {
  const parts: string[] = [];
  // An escaped apostrophe becomes one character longer.
  const origin = new Int32Array(2 * text.length + 1);
  let length = 0;
  let from = 0;
  const add = (part: string, at: number, isOriginal: boolean): void => {
    if (part === '') return;
    for (let index = 0; index < part.length; index += 1)
      origin[length + index] = isOriginal ? at + index : at;
    parts.push(part);
    length += part.length;
  };
  for (const match of text.matchAll(everyEscape)) {
    add(text.slice(from, match.index), from, true);
    add(meaningOf(match), match.index, false);
    from = match.index + match[0].length;
  }
  add(text.slice(from), from, true);
  origin[length] = text.length;
  return { text: parts.join(''), origin: origin.subarray(0, length + 1) };
}

function meaningOf(match: RegExpExecArray): string {
  const index = match.findIndex((group, at) => at > 0 && group !== undefined);
  return escapes[index - 1]?.[1](match[index]) ?? match[0];
}
