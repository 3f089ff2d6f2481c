import { codesInPaste } from '../../oauth/codes-in-prose.ts';
import type { ServerError } from '../../oauth/server-error.ts';

/** What begins another report in a sentence: "now we get", ", then", "and sometimes". */
const another =
  /(?:[,;.:!?()\u2013\u2014-]\s*|\b(?:and|but)\s+|\s)(?:now|today|currently|sometimes)\b:?|(?:[,;.:!?]\s*|\b(?:and|but)\s+)(?:then|later|after(?:wards)?|next|instead|since then)\b:?/i;

/** More than anyone reports in one text. */
const mostReports = 10;

/**
 * The errors that a text tells one after the other, as in "first we got this, then that"; the text itself if it tells one.
 * @param isReport whether a piece is an error by itself
 */
export function reportsIn(
  error: ServerError,
  isReport: (piece: ServerError) => boolean,
): readonly ServerError[] {
  const { code, words } = error;
  const isProse = code === undefined || codesInPaste(words).includes(code);
  const pieces = isProse ? words.split(another) : [];
  if (pieces.length < 2 || pieces.length > mostReports) return [error];
  const reports: string[] = [];
  for (const piece of pieces) {
    const before = reports.pop();
    if (before === undefined) reports.push(piece);
    else if (isReport({ words: piece })) reports.push(before, piece);
    else reports.push(`${before} ${piece}`);
  }
  const [first = ''] = reports;
  return reports.length > 1 && isReport({ words: first })
    ? reports.map((each) => ({ words: each }))
    : [error];
}
