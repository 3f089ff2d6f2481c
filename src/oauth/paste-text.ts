import { invisible } from '../text/characters.ts';
import { unescaped } from './paste-escapes.ts';

/** A pasted text as it is searched: on one line, without what was not meant to be a part of it. */
export interface PasteText {
  readonly text: string;
  /** Places before which there was white space. */
  readonly gaps: ReadonlySet<number>;
}

/** Undoes what HTML, JSON, shells and windows do to a URL. None of it can be meant: a URL has no white space. */
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

const everyInvisible = new RegExp(invisible.source, 'gu');

/** A text without characters that nobody can see. */
export const withoutInvisible = (value: string): string => value.replace(everyInvisible, '');
