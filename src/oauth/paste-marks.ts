import { withoutTrailing } from '../text/trim-end.ts';

/** Quotation marks, grouped into those that can close each other. */
const quotes: readonly string[] = ['"“”„‟«»″＂〝〞', "'‘’‚‛‹›′＇", '`´'];

/** Markdown emphasis. It doesn't end a URL, since a code can contain it. */
const emphasis = '*';

const brackets: ReadonlyMap<string, string> = new Map(
  [
    '()',
    '[]',
    '{}',
    '<>',
    '（）',
    '［］',
    '｛｝',
    '＜＞',
    '〈〉',
    '《》',
    '「」',
    '『』',
    '【】',
    '〔〕',
    '⟨⟩',
    '⟪⟫',
  ].map(([open = '', close = '']) => [open, close] as const),
);

const quotesOf = (mark: string): string | undefined =>
  mark === '' ? undefined : quotes.find((family) => family.includes(mark));

/** Whether a URL may begin after this character. */
export const isOpening = (mark: string): boolean =>
  mark === emphasis || brackets.has(mark) || quotesOf(mark) !== undefined;

/** Every mark that may be around a URL, except emphasis. */
export const surroundingMarks: ReadonlySet<string> = new Set([
  ...quotes.join(''),
  ...brackets.keys(),
  ...brackets.values(),
]);

/** Marks that end a URL even if nothing opened it: a URL contains only ASCII. */
const foreignMarks = new Set([...surroundingMarks].filter((mark) => mark > '~'));

/** Punctuation after a URL in a sentence or a list. */
const stops = '.,;:!?…。、|';

const closing = [...quotes, ...brackets.values()].join('');

/** The part of `text` from `start` to the mark that closes the one before `start`. */
export function enclosed(text: string, start: number): string {
  const opening = text[start - 1] ?? '';
  const family = quotesOf(opening);
  if (family !== undefined)
    return withoutTrailing(
      upTo(text, start, (mark) => family.includes(mark)),
      stops,
    );
  const close = brackets.get(opening);
  const part =
    close === undefined
      ? upTo(text, start, (mark) => foreignMarks.has(mark))
      : balanced(text, start, opening, close);
  return withoutTrailing(part, stops + closing + (opening === emphasis ? emphasis : ''));
}

function upTo(text: string, start: number, isEnd: (mark: string) => boolean): string {
  let end = start;
  while (end < text.length && !isEnd(text[end] ?? '')) end += 1;
  return text.slice(start, end);
}

/** Text up to the matching bracket, or to the bar in Slack's `<URL|words>`. */
function balanced(text: string, start: number, open: string, close: string): string {
  let depth = 1;
  return upTo(text, start, (mark) => {
    if (mark === open) depth += 1;
    if (mark === close) depth -= 1;
    return depth === 0 || (open === '<' && mark === '|');
  });
}

/** The position after the opening marks of a text. */
export function firstInside(text: string): number {
  let at = 0;
  while (isOpening(text[at] ?? '')) at += 1;
  return at;
}
