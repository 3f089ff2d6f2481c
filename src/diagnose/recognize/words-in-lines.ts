import type { Unescaped } from '../../oauth/paste-escapes.ts';

/** A word of a text, and how it is separated from the one before. */
export interface Word {
  readonly text: string;
  readonly at: number;
  readonly lineBreaks: number;
  /** Whether the word is alone on its line. */
  readonly isAlone: boolean;
  /** Characters of the line before, up to its last word. */
  readonly widthBefore: number;
}

/** Lines that are not wrapped for their width are not measured further. */
const widest = 1000;

/**
 * The words of a text without its escapes.
 * @param raw the text with its escapes, in which lines have the width at which they were wrapped
 */
export function* wordsOf({ text, origin }: Unescaped, raw: string): Generator<Word> {
  let end = 0;
  for (const match of text.matchAll(/\S+/g)) {
    const gap = text.slice(end, match.index);
    const lineBreaks = gap === ' ' ? 0 : gap === '\n' ? 1 : gap.split('\n').length - 1;
    const widthBefore = lineBreaks === 0 ? 0 : widthAt(raw, origin[end] ?? 0);
    end = match.index + match[0].length;
    yield { text: match[0], at: match.index, lineBreaks, isAlone: isLineEnd(text, end), widthBefore };
  }
}

/** Characters of a line before a place, in the text with its escapes: a line break may be inside of one. */
function widthAt(raw: string, end: number): number {
  const line = raw.slice(Math.max(0, end - widest), end);
  return line.length - (line.lastIndexOf('\n') + 1);
}

function isLineEnd(text: string, at: number): boolean {
  let end = at;
  while (text[end] === ' ' || text[end] === '\t') end += 1;
  return end >= text.length || text[end] === '\n';
}
