import { errorsByCode } from '../../facts/errors-by-code.ts';
import { errorsByWords } from '../../facts/server-words.ts';

/** Words that servers use in OAuth errors, with those by which an error is known. */
const telling = new RegExp(
  [
    'PKCE',
    'ZI\\d{4}',
    'PFAPI\\w{1,20}',
    '(?:invalid|insufficient|unsupported|unauthorized|access|login|consent|interaction|redirect_uri)_[a-z_]{4,30}',
    'error[ _]?(?:code|description|summary)',
    'code (?:challenge|verifier)',
    'authorization code',
    'refresh token',
    "'?(?:redirect_uri|client_id|scope|response_type|state)'? parameter",
    'client (?:secret|credentials|authentication|application|specified)',
    'grant types?',
    'response type',
    'scopes are',
    'policy evaluation',
    'resulted in an error',
    ...errorsByCode.flatMap(({ code = [] }) => code),
    ...errorsByWords.flatMap(({ code, words, everyday }) =>
      code === undefined ? [words, everyday].flatMap((each) => each?.source ?? []) : [],
    ),
  ].join('|'),
  'gi',
);

const around = 400;
const longestPiece = 2000;
const mostPieces = 40;

/** Whether a text has one of those words. */
export const isTelling = (text: string): boolean => text.search(telling) >= 0;

/** A short text as a whole; the parts of a long one around the telling words, or its beginning if it has none. */
export function textWindows(text: string): string[] {
  if (text.length <= longestPiece) return text === '' ? [] : [text];
  const pieces: { start: number; end: number }[] = [];
  for (const { index } of text.matchAll(telling)) {
    const last = pieces.at(-1);
    const end = Math.min(text.length, index + around);
    if (last !== undefined && index - around <= last.end && end - last.start <= longestPiece) last.end = end;
    else if (pieces.length < mostPieces)
      pieces.push({ start: Math.max(index - around, last?.end ?? 0, 0), end });
    else break;
  }
  return pieces.length === 0
    ? [text.slice(0, around)]
    : pieces.map(({ start, end }) => text.slice(start, end).trim());
}
