import { foreignCharacter, tokenCharacter } from '../text/characters.ts';
import { accepted, type Result, refused } from '../text/result.ts';
import { isSameText } from './same-text.ts';
import { errorInParameters, type ServerError } from './server-error.ts';

/** What the redirect contains: a code, or the server's error. */
export type Callback =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'error'; readonly error: ServerError };

/**
 * Reads the parameters of a redirect to the redirect URI, RFC 6749 section 4.1.2; duplicates are invalid (3.1).
 * A problem is a full sentence without any part of the text.
 */
export function readCallback(parameters: URLSearchParams, state: string): Result<Callback> {
  const repeated = repeatedParameter(parameters);
  if (repeated !== undefined) return refused(`The URL contains a duplicate parameter: ${repeated}.`);
  const found = parameters.get('state');
  if (found === null) return refused('The URL contains no state, so it may belong to another sign-in.');
  if (!isSameText(found, state))
    return refused("The state doesn't match. The URL belongs to another sign-in, or part of it is missing.");
  const error = errorInParameters(parameters);
  if (error !== undefined) return accepted({ kind: 'error', error });
  const code = parameters.get('code');
  if (!code) return refused('The URL contains neither a code nor an error.');
  const foreign = foreignCharacter(code, tokenCharacter);
  if (foreign !== undefined) return refused(`The code in the URL is invalid: it contains ${foreign}.`);
  return accepted({ kind: 'code', code });
}

/** The name of a duplicate protocol parameter. */
const repeatedParameter = (parameters: URLSearchParams): string | undefined =>
  ['code', 'state', 'error'].find((name) => parameters.getAll(name).length > 1);

/** Whether the parameters belong to the sign-in that this state was generated for, without duplicates. */
export function isAnswerTo(state: string, parameters: URLSearchParams): boolean {
  return repeatedParameter(parameters) === undefined && isSameText(parameters.get('state') ?? '', state);
}
