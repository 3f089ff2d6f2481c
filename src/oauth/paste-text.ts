import { invisible } from '../text/characters.ts';
import { once } from '../text/once.ts';
import { unescaped } from './paste-escapes.ts';

/** A pasted text prepared for searching: on one line, without white space, escapes and invisible characters. */
export interface PasteText {
  readonly text: string;
  /** Positions that followed white space. */
  readonly gaps: ReadonlySet<number>;
}

/** Undoes the changes that HTML, JSON, shells and line wrapping make to a URL, which never contains white space. */
export function pasteText(pasted: string): PasteText {
  const words = unescaped(withoutInvisible(pasted)).text.split(/\s+/);
  const gaps = new Set<number>();
  let length = 0;
  for (const word of words) {
    if (length > 0) gaps.add(length);
    length += word.length;
  }
  return { text: words.join(''), gaps };
}

const everyInvisible = once(() => new RegExp(invisible, 'gu'));

/** A text without invisible characters. */
export const withoutInvisible = (value: string): string => value.replace(everyInvisible(), '');
