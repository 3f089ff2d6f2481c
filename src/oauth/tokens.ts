import type { HttpAnswer } from '../context/http.ts';
import { foreignCharacter, tokenCharacter } from '../text/characters.ts';
import { type JsonObject, parseObject } from '../text/json-object.ts';
import { accepted, type Result, refused } from '../text/result.ts';
import { parseForm } from './form.ts';
import { type ServerError, serverError } from './server-error.ts';
import { secretsIn } from './token-traces.ts';

/** A successful token response, RFC 6749 section 5.1. Only the access token is checked; the rest is foreign. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly tokenType: unknown;
  readonly scope: unknown;
  readonly expiresIn: unknown;
  /** How the response departs from RFC 6749, although clients can read it. */
  readonly departures: readonly Departure[];
}

export interface Departure {
  /** Stable, for scripts. */
  readonly code: string;
  /** A full sentence without any foreign text. */
  readonly says: string;
}

/** Whether a status means that the request was granted. */
export const isSuccess = (status: number): boolean => status >= 200 && status <= 299;

/** The tokens in a response, or why there are none. */
export function readTokens({ status, body }: HttpAnswer): Result<Tokens> {
  const json = parseObject(body);
  const form = json === undefined ? tokenForm(body) : undefined;
  const fields = json ?? form;
  if (fields === undefined) return refused("The response isn't JSON.");
  const { access_token, refresh_token, token_type, scope, expires_in } = fields;
  if (typeof access_token !== 'string' || access_token === '')
    return refused('The response contains no access token.');
  return accepted({
    accessToken: access_token,
    ...(typeof refresh_token === 'string' && refresh_token !== '' ? { refreshToken: refresh_token } : {}),
    tokenType: token_type,
    scope,
    expiresIn: expires_in,
    departures: departuresOf(status, fields, form !== undefined),
  });
}

/** Before RFC 6749, responses were form-encoded; some still are. Their numbers are text. */
function tokenForm(body: string): JsonObject | undefined {
  const form = parseForm(body);
  if (form?.getAll('access_token').length !== 1) return undefined;
  const lifetime = form.get('expires_in') ?? '';
  const number = /^\d{1,15}$/.test(lifetime) ? { expires_in: Number(lifetime) } : {};
  return { ...Object.fromEntries(form), ...number };
}

/** RFC 6749 appendices A.12 and A.17. */
const isTokenText = (text: unknown): boolean =>
  typeof text !== 'string' || foreignCharacter(text, tokenCharacter) === undefined;

function departuresOf(
  status: number,
  { access_token, refresh_token, error }: JsonObject,
  isForm: boolean,
): Departure[] {
  const possible: readonly (Departure & { readonly applies: boolean })[] = [
    {
      applies: status !== 200,
      code: `http-${status}`,
      says: `The status is ${status}; RFC 6749 section 5.1 requires 200.`,
    },
    {
      applies: isForm,
      code: 'form-encoded',
      says: 'The response is form-encoded; RFC 6749 section 5.1 requires JSON.',
    },
    {
      applies: !isTokenText(access_token) || !isTokenText(refresh_token),
      code: 'token-characters',
      says: "A token contains characters that RFC 6749 doesn't allow.",
    },
    {
      applies: typeof error === 'string' && error !== '',
      code: 'token-and-error',
      says: 'The response contains an error in addition to the tokens.',
    },
  ];
  return possible.filter(({ applies }) => applies).map(({ code, says }) => ({ code, says }));
}

/** The error in a response without tokens, without any words if they may include a token. */
export function errorInsteadOfTokens(answer: HttpAnswer): ServerError {
  const error = serverError(answer);
  const isUnderstood = parseObject(answer.body) !== undefined || parseForm(answer.body) !== undefined;
  return isUnderstood && secretsIn(answer).length === 0 ? error : { ...error, words: '' };
}
