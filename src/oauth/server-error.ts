import type { HttpAnswer } from '../context/http.ts';
import { isObject, parseObject } from '../text/json-object.ts';
import { protocolWords } from './protocol-words.ts';
import { mayHoldToken } from './token-traces.ts';

/** What a server says of an error. */
export interface ServerError {
  /** An error code as OAuth has them (RFC 6749 sections 4.1.2.1, 5.2), whoever spelled the rest. */
  readonly code?: string;
  /** The server's own words, foreign text. Empty where it has none. */
  readonly words: string;
}

/** `invalid_client`, `access_denied`, …; gateways say `Unauthorized` or `ZI0001`. */
const oauthCode = /^(?=.{1,60}$)[a-z]+(?:_[a-z]+)+$/;

/** The codes of RFC 6749 as an error page for people may name them. */
const codeInProse =
  /\b(?:invalid_(?:request|client|scope|grant)|unauthorized_client|access_denied|redirect_uri_mismatch)\b/;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function errorOf(code: unknown, ...words: unknown[]): ServerError {
  const name = text(code);
  const isOauth = oauthCode.test(name);
  const all = [isOauth ? '' : name, ...words.map(text)].filter(Boolean);
  return { ...(isOauth ? { code: name } : {}), words: all.join(': ') };
}

type Dialect = (body: Record<string, unknown>) => ServerError | undefined;

/** The shapes in which servers and gateways tell of an error. The first that fits counts. */
const dialects: readonly Dialect[] = [
  ({ error, error_description, message }) =>
    typeof error === 'string' ? errorOf(error, error_description, message) : undefined,
  ({ errorCode, errorSummary }) =>
    typeof errorCode === 'string' ? errorOf(errorCode, errorSummary) : undefined,
  ({ error }) => (isObject(error) ? errorOf(error.code, error.message) : undefined),
  ({ errors }) => {
    const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
    return isObject(first) ? errorOf(first.code, first.title, first.detail) : undefined;
  },
  ({ message }) => (typeof message === 'string' ? errorOf('', message) : undefined),
];

/**
 * The error in an answer, JSON of any dialect or the visible words of an HTML page. Of an answer that may hold a token
 * no words are taken, and no code but one that everybody knows.
 */
export function serverError(answer: HttpAnswer): ServerError {
  const { code, words } = errorAsSaid(answer);
  const isQuotable = !mayHoldToken(answer.body) && !mayHoldToken(words) && !isBareSuccess(answer);
  if (isQuotable) return { ...(code === undefined ? {} : { code }), words };
  return { ...(code !== undefined && protocolWords.includes(code) ? { code } : {}), words: '' };
}

/** A success that is neither JSON nor a page may be nothing but a token. */
const isBareSuccess = ({ status, body, headers }: HttpAnswer): boolean =>
  status < 300 && parseObject(body) === undefined && !isHtml(headers, body);

function errorAsSaid({ body, headers }: HttpAnswer): ServerError {
  const json = parseObject(body);
  if (json !== undefined) return firstOf(json) ?? { words: '' };
  const words = isHtml(headers, body) ? visibleText(body) : body.slice(0, longestPage).trim();
  const named = codeInProse.exec(words)?.[0];
  return { ...(named === undefined ? {} : { code: named }), words };
}

function firstOf(json: Record<string, unknown>): ServerError | undefined {
  for (const dialect of dialects) {
    const found = dialect(json);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The error that came as parameters of a redirect, RFC 6749 section 4.1.2.1. */
export function errorInParameters(parameters: URLSearchParams): ServerError | undefined {
  const error = parameters.get('error') ?? parameters.get('errorCode');
  if (error === null) return undefined;
  return errorOf(error, parameters.get('error_description') ?? parameters.get('errorSummary'));
}

function isHtml(headers: HttpAnswer['headers'], body: string): boolean {
  return /html/i.test(headers['content-type'] ?? '') || /^\s*<(?:!doctype|html)/i.test(body);
}

/** Enough of a page for an excerpt; more would only cost time. */
const longestPage = 20_000;

function visibleText(html: string): string {
  return html
    .slice(0, longestPage)
    .replace(/<(script|style|svg|head)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:nbsp|#160);/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
