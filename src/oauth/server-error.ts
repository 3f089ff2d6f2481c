import type { HttpAnswer } from '../context/http.ts';
import { isObject, type JsonObject, parseObject } from '../text/json-object.ts';
import { challengeParameters } from './challenges.ts';
import { codesInProse } from './codes-in-prose.ts';
import { codeIn, knownCode } from './error-codes.ts';
import { parseForm } from './form.ts';
import { type KeyedText, textsIn } from './json-texts.ts';
import { protocolWords } from './protocol-words.ts';
import { mayHoldToken } from './token-traces.ts';
import { isHtml, visibleText } from './visible-text.ts';

/** An error as reported by a server. */
export interface ServerError {
  /** An OAuth error code (RFC 6749 sections 4.1.2.1, 5.2), even if the rest is not OAuth. */
  readonly code?: string;
  /** The server's own words: foreign text, possibly empty. */
  readonly words: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An error with its code, if it has one. */
export const withCode = (code: string | undefined, words: string): ServerError => ({
  ...(code === undefined ? {} : { code }),
  words,
});

function errorOf(name: unknown, ...words: unknown[]): ServerError {
  const code = codeIn(text(name));
  const all = [code === undefined ? name : '', ...words].map(text).filter(Boolean);
  return withCode(code, all.join(': '));
}

/** The causes of an error of Okta. */
const summariesOf = (causes: unknown): unknown[] =>
  Array.isArray(causes)
    ? causes.slice(0, mostWords).map((cause: unknown) => (isObject(cause) ? cause.errorSummary : ''))
    : [];

type Dialect = (body: JsonObject) => ServerError | undefined;

/** The shapes in which servers and gateways report errors. The first match wins. */
const dialects: readonly Dialect[] = [
  ({ error, error_description, message }) =>
    typeof error === 'string' ? errorOf(error, error_description, message) : undefined,
  ({ errorCode, errorSummary, errorCauses }) =>
    typeof errorCode === 'string' ? errorOf(errorCode, errorSummary, ...summariesOf(errorCauses)) : undefined,
  ({ error }) =>
    isObject(error) ? errorOf(error.code ?? error.errorCode, error.message ?? error.errorMessage) : undefined,
  ({ errors }) => {
    const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
    return isObject(first) ? errorOf(first.code, first.title, first.detail) : undefined;
  },
  ({ message }) => (typeof message === 'string' ? errorOf('', message) : undefined),
];

/**
 * The error in a response: in its body, in any envelope, or in a `WWW-Authenticate` header (RFC 6749 section 5.2). From a
 * response that may contain a token, only a public code is used, and no words.
 */
export function serverError(answer: HttpAnswer): ServerError {
  const { code, words } = errorAsSaid(answer);
  const isQuotable = !mayHoldToken(answer.body) && !mayHoldToken(words) && !isBareSuccess(answer);
  if (isQuotable) return withCode(code, words);
  return withCode(code !== undefined && protocolWords.includes(code) ? code : undefined, '');
}

/** A success that is neither JSON nor a page may be a bare token. */
const isBareSuccess = (answer: HttpAnswer): boolean =>
  answer.status < 300 && parseObject(answer.body) === undefined && !isHtml(answer);

function errorAsSaid(answer: HttpAnswer): ServerError {
  const said = errorInBody(answer);
  if (said.code !== undefined) return said;
  const challenge = challengeParameters(answer.headers['www-authenticate'] ?? '');
  const code = knownCode(challenge.get('error') ?? '');
  return code === undefined ? said : withCode(code, said.words || (challenge.get('error_description') ?? ''));
}

function errorInBody(answer: HttpAnswer): ServerError {
  const json = parseObject(answer.body);
  if (json !== undefined) return errorInJson(json);
  const form = parseForm(answer.body);
  const inForm = form && errorInParameters(form);
  if (inForm !== undefined) return inForm;
  const words = visibleText(answer);
  return withCode(codesInProse(words)[0], words);
}

/** The error in a JSON envelope, known or not. Its words may contain a token: only `serverError` hides those. */
export function errorInJson(json: JsonObject): ServerError {
  const found = dialects.reduce<ServerError | undefined>((first, read) => first ?? read(json), undefined);
  if (found?.code !== undefined) return found;
  const texts = textsIn(json);
  const words = found?.words ?? texts.filter(isForPeople).slice(0, mostWords).map(textOf).join(': ');
  return withCode(codeInTexts(texts), words);
}

const textOf = (each: KeyedText): string => each.text;

/** Whether a text in an unknown envelope is a message, judging by its key. */
const isForPeople = (each: KeyedText): boolean =>
  /(?:message|description|details?|title|summary|reason|fault ?string)$/i.test(each.key) &&
  /[a-z]/i.test(each.text);

const mostWords = 3;

/** A text that is a known code, or else the only code mentioned in prose. */
function codeInTexts(texts: readonly KeyedText[]): string | undefined {
  const exact = texts.map((each) => knownCode(each.text)).find((code) => code !== undefined);
  if (exact !== undefined) return exact;
  const named = codesInProse(
    texts
      .filter(({ key }) => key !== 'error')
      .map(textOf)
      .join('\n'),
  );
  return named.length === 1 ? named[0] : undefined;
}

/** The error in the parameters of a redirect, RFC 6749 section 4.1.2.1. An empty one doesn't count. */
export function errorInParameters(parameters: URLSearchParams): ServerError | undefined {
  const error = parameters.get('error') || parameters.get('errorCode');
  if (!error) return undefined;
  return errorOf(error, parameters.get('error_description') ?? parameters.get('errorSummary'));
}
