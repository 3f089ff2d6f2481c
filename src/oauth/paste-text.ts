import { invisible } from '../text/characters.ts';

/** A pasted text prepared for searching: on one line, without white space, escapes and invisible characters. */
export interface PasteText {
  readonly text: string;
  /** Positions that followed white space. */
  readonly gaps: ReadonlySet<number>;
}

/** An HTML entity, also with line breaks inside. */
const reference = (name: string): RegExp => new RegExp(`&${[...name, ';'].join('\\s*')}`, 'gi');

/** How HTML, JSON and shells escape `&` and quotation marks. The order matters. */
const escapes: readonly (readonly [written: RegExp, meant: string])[] = [
  [/&(?:\s*a\s*m\s*p\s*;)+/gi, '&'],
  [/&#(?:0*38|x0*26);/gi, '&'],
  [/\\u0026/gi, '&'],
  [reference('quot'), '"'],
  [/&(?:apos|#0*39|#x0*27);/gi, "'"],
  [reference('lt'), '<'],
  [reference('gt'), '>'],
  [reference('nbsp'), ' '],
  [/\^(?=[\^&"?=%\s])/g, ''],
  [/\\/g, ''],
];

/** Undoes the changes that HTML, JSON, shells and line wrapping make to a URL, which never contains white space. */
export function pasteText(pasted: string): PasteText {
  const seen = pasted.replace(everyInvisible, '');
  const plain = escapes.reduce((text, [written, meant]) => text.replace(written, meant), seen);
  const words = plain.split(/\s+/);
  const gaps = new Set<number>();
  let length = 0;
  for (const word of words) {
    if (length > 0) gaps.add(length);
    length += word.length;
  }
  return { text: words.join(''), gaps };
}

const everyInvisible = new RegExp(invisible.source, 'gu');

/** A value from a URL without invisible characters. */
export const withoutInvisible = (value: string): string => value.replace(everyInvisible, '');
