import { withoutTrailing } from '../text/trim-end.ts';

/** Quotation marks that are taken for each other. */
const quotes: readonly string[] = ['"“”„‟«»″＂〝〞', "'‘’‚‛‹›′＇", '`´'];

/** Emphasis of Markdown. It may be inside a code as well, so that it ends nothing. */
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

/** Whether a URL may begin behind this character. */
export const isOpening = (mark: string): boolean =>
  mark === emphasis || brackets.has(mark) || quotesOf(mark) !== undefined;

/** Every mark that may be around a URL, but for emphasis. */
export const surroundingMarks: ReadonlySet<string> = new Set([
  ...quotes.join(''),
  ...brackets.keys(),
  ...brackets.values(),
]);

/** Marks that end a URL although nothing opened it: no URL has them unless it is written in ASCII. */
const foreignMarks = new Set([...surroundingMarks].filter((mark) => mark > '~'));

/** What follows a URL in a sentence or a list. */
const stops = '.,;:!?…。、|';

const closing = [...quotes, ...brackets.values()].join('');

/** The part of `text` from `start` to the mark that closes what opened before it. */
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

/** Slack writes `<URL|words>`. */
function balanced(text: string, start: number, open: string, close: string): string {
  let depth = 1;
  return upTo(text, start, (mark) => {
    if (mark === open) depth += 1;
    if (mark === close) depth -= 1;
    return depth === 0 || (open === '<' && mark === '|');
  });
}

/** Where a text begins behind the marks that open it. */
export function firstInside(text: string): number {
  let at = 0;
  while (isOpening(text[at] ?? '')) at += 1;
  return at;
}
