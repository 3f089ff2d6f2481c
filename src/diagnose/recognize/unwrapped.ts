import type { Unescaped } from '../../oauth/paste-escapes.ts';
import { hasQuery, isWrapped } from './line-wraps.ts';
import { knownAnywhere, knownInside } from './parameter-names.ts';
import { isScope, separatesScopes } from './scope-words.ts';
import { type Word, wordsOf } from './words-in-lines.ts';

/** A piece of a text without white space, joined where a line was wrapped. */
export interface Piece {
  readonly text: string;
  /** Where a character of it is in the text. */
  readonly placeOf: (index: number) => number;
}

/** What the next word may continue. */
interface Open {
  readonly tail: string;
  readonly isQuery: boolean;
  /** Of the line that was wrapped last. */
  readonly width?: number;
}

/** The most words that one URL is joined from, to limit the time. */
const mostWords = 400;
/** The most line wraps that are searched for in one text, for the same reason. */
const mostDecisions = 20_000;
/** Enough for every scope that ZoomInfo documents. */
const tailLength = 500;

/** What a URL or a query begins with. */
const urlStart = /https?:|https?%|[?&][\w.-]*$|[?&][\w.-]+(?:=|%)/i;

/** What may be the first part of one: of its scheme, of its host and path, or of a parameter's name. */
const partOfStart =
  /(?<![a-z\d])(?:h|ht|htt|https?|[a-z]+_)$|^[\w-]+(?:\.[\w-]*)+(?:\/[\w./-]*)?$|^\/[\w./-]*$|^[a-z]+$/i;

/** The words of a text that have a known parameter; a URL that was wrapped is one piece. */
export function unwrapped(text: Unescaped, raw: string): Piece[] {
  const mayTell = knownInside.test(text.text.replace(/\s+/g, ''));
  return mayTell ? [...groupsOf(wordsOf(text, raw))].flatMap(pieceOf) : [];
}

function* groupsOf(words: Iterable<Word>): Generator<readonly Word[]> {
  const continues = boundedContinued();
  let parts: Word[] = [];
  let open: Open | undefined;
  for (const word of words) {
    const next = open && parts.length < mostWords ? continues(open, word) : undefined;
    if (next !== undefined) parts.push(...next.words);
    else {
      if (open !== undefined) yield parts;
      parts = [word];
    }
    open = next ?? opened(word);
  }
  if (open !== undefined) yield parts;
}

function boundedContinued(): typeof continued {
  let decisions = 0;
  return (open, word) => {
    if (decisions >= mostDecisions || !mayContinue(open, word)) return undefined;
    decisions += 1;
    return continued(open, word);
  };
}

function opened({ text }: Word): Open | undefined {
  const tail = text.slice(-tailLength);
  return urlStart.test(text) || knownAnywhere.test(text) || partOfStart.test(tail)
    ? { tail, isQuery: hasQuery(text) }
    : undefined;
}

function continued(open: Open, word: Word): (Open & { words: Word[] }) | undefined {
  const { lineBreaks, isAlone, widthBefore } = word;
  const tail = (open.tail + word.text).slice(-tailLength);
  if (separatesScopes({ tail: open.tail, word: word.text, lineBreaks })) {
    const wrapped = lineBreaks === 0 ? open : { ...open, width: widthBefore };
    return { ...wrapped, tail, words: [{ ...word, text: '+', at: word.at - 1 }, word] };
  }
  const width = lineBreaks === 0 ? undefined : comparedWidth(widthBefore, open.width);
  const isQuery = open.isQuery || hasQuery(tail);
  const at = { tail: open.tail, isQuery: open.isQuery, lineBreaks, word: word.text, isAlone, width };
  if (!isWrapped(at)) return undefined;
  return lineBreaks === 0
    ? { ...open, tail, words: [word] }
    : { tail, isQuery, width: widthBefore, words: [word] };
}

/** A quick test that most words of a text fail. */
function mayContinue({ isQuery, tail }: Open, { text, lineBreaks }: Word): boolean {
  if (lineBreaks === 0) return isQuery && (/[=%&?:]/.test(text) || isScope(text));
  return isQuery || /[=%]/.test(text) || /https?[:%]/i.test(tail);
}

function comparedWidth(width: number, wrapped: number | undefined): 'full' | 'short' | undefined {
  if (wrapped === undefined) return undefined;
  if (Math.abs(width - wrapped) <= 1) return 'full';
  return width < 0.75 * wrapped ? 'short' : undefined;
}

function pieceOf(parts: readonly Word[]): Piece[] {
  const whole = parts.map(({ text }) => text).join('');
  const last = parts.at(-1);
  if (last === undefined || !knownAnywhere.test(whole)) return [];
  const placeOf = (index: number): number => {
    let end = 0;
    const part = parts.find(({ text }) => {
      end += text.length;
      return index < end;
    });
    const { at, text } = part ?? last;
    return at + text.length + index - end;
  };
  return [{ text: whole, placeOf }];
}
