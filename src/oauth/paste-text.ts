import { invisible } from '../text/characters.ts';

/** A pasted text as it is searched: on one line, without what was not meant to be a part of it. */
export interface PasteText {
  readonly text: string;
  /** Places before which there was white space. */
  readonly gaps: ReadonlySet<number>;
}

/** A reference of HTML, also where a line break came into it. */
const reference = (name: string): RegExp => new RegExp(`&${[...name, ';'].join('\\s*')}`, 'gi');

/** How `&` and quotation marks are written down in HTML, JSON and shells. The order counts. */
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

/** Undoes what HTML, JSON, shells and windows do to a URL. None of it can be meant: a URL has no white space. */
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

/** A value of a URL without characters that nobody can see. */
export const withoutInvisible = (value: string): string => value.replace(everyInvisible, '');
