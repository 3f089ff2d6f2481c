import { type Finding, undecided } from '../../checks/finding.ts';
import { hidden, type Redactor } from '../../checks/redactor.ts';
import type { HttpAnswer, HttpProblem } from '../../context/http.ts';
import { type ServerError, serverError } from '../../oauth/server-error.ts';
import { mayHoldToken } from '../../oauth/token-traces.ts';
import { lookup } from '../../text/lookup.ts';
import { parseUrl } from '../../text/parse-url.ts';
import { excerpt } from '../../text/sanitize.ts';

/** The server's words as a separate sentence, or nothing if it sent none. */
export function quoted(error: ServerError, redactor: Redactor): string {
  const shown = quotation(error, redactor);
  return shown === '' ? '' : ` The server says: ${shown}`;
}

/** The code and the words of an error, up to a full stop; empty if there are none. */
export function quotation({ code, words }: ServerError, redactor: Redactor): string {
  const shownCode = code === undefined || redactor.holds(code) ? undefined : code;
  const shownWords = words === '' || words === code ? undefined : `"${foreignWords(words, redactor)}"`;
  const shown = [shownCode, shownWords].filter(Boolean).join(', ');
  return shown === '' || shown.endsWith('."') ? shown : `${shown}.`;
}

/** A run of letters and digits that is too long for a word and may be an unknown token. */
const opaque = /(?<![\w-])(?=[A-Za-z_-]*\d)(?=[\d_-]*[A-Za-z])[\w-]{20,}/g;

/** A server's words for a message, without secrets and what looks like one. */
export function foreignWords(text: string, redactor: Redactor, length?: number): string {
  if (mayHoldToken(text)) return hidden;
  return excerpt(redactor.redact(text, Number.POSITIVE_INFINITY).replace(opaque, hidden), length);
}

/** The finding for a request without a response. */
export const noAnswer = ({ code, detail, fix }: HttpProblem): Finding => undecided(detail, fix, code);

const reasons: Readonly<Record<number, string>> = {
  403: 'a firewall or gateway may block this machine',
  404: 'the URL may be wrong',
  405: 'the URL may be wrong',
  407: 'a proxy requires a user name and password',
  429: 'too many requests. Wait, then try again',
};

/** An unrecognized response, shown as received. `error` is the part that may be quoted. */
export function strangeAnswer(
  answer: HttpAnswer,
  redactor: Redactor,
  error: ServerError = serverError(answer),
): Finding {
  const { status, headers } = answer;
  const reason =
    status >= 500 ? 'the server has an internal problem. Try again later' : lookup(reasons, status);
  const type = headers['content-type'];
  const what = `The response was ${status}${type === undefined ? '' : ` (${redactor.redact(type, 60)})`}`;
  const detail = `${what}, which is inconclusive${reason === undefined ? '' : `: ${reason}`}.`;
  return undecided(detail + quoted(error, redactor), undefined, `http-${status}`);
}

/** 429 and 5xx say nothing about the request, regardless of their content. */
export const isServersTrouble = (status: number): boolean => status === 429 || status >= 500;

/** Codes that stand for a 500 and a 503 in a redirect, RFC 6749 section 4.1.2.1. */
export const isServersTroubleCode = (code: string | undefined): boolean =>
  code === 'server_error' || code === 'temporarily_unavailable';

/** Where a redirect leads, without its parameters: they may contain a code or a session, as a path may. */
export function placeOf({ origin, pathname }: URL, redactor: Redactor): string {
  return mayHoldToken(pathname) ? redactor.redact(origin) : foreignWords(origin + pathname, redactor, 200);
}

/** The statuses that redirect a browser. 300, 304, and 305 don't, regardless of the headers. */
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Whether a browser would follow a response with this status. */
export const isRedirect = (status: number): boolean => redirects.has(status);

/** The target of a redirect, or undefined if there is none that a browser would follow. */
export function redirectTarget({ status, headers }: HttpAnswer, from: string): URL | undefined {
  if (!isRedirect(status) || !headers.location?.trim()) return undefined;
  const url = parseUrl(headers.location, from);
  return url !== undefined && /^https?:$/.test(url.protocol) ? url : undefined;
}
