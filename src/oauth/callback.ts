import { foreignCharacter, tokenCharacter } from '../text/characters.ts';
import { accepted, type Result, refused } from '../text/result.ts';
import { isSameText } from './same-text.ts';
import { errorInParameters, type ServerError } from './server-error.ts';

/** What the browser came back with: a code, or the server's error. */
export type Callback =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'error'; readonly error: ServerError };

/**
 * Reads the parameters of a redirect back, RFC 6749 section 4.1.2; no parameter may be there twice (3.1).
 * A problem is a sentence of ours, without any of the text.
 */
export function readCallback(parameters: URLSearchParams, state: string): Result<Callback> {
  const repeated = repeatedParameter(parameters);
  if (repeated !== undefined) return refused(`It has ${repeated} more than once.`);
  const found = parameters.get('state');
  if (found === null)
    return refused('It has no state, so it cannot be told from the answer to another sign-in.');
  if (!isSameText(found, state))
    return refused('Its state is not ours: it is the answer to another sign-in, or a part of it is missing.');
  const error = errorInParameters(parameters);
  if (error !== undefined) return accepted({ kind: 'error', error });
  const code = parameters.get('code');
  if (!code) return refused('It has neither a code nor an error.');
  const foreign = foreignCharacter(code, tokenCharacter);
  if (foreign !== undefined) return refused(`Its code has ${foreign}, which no code can hold.`);
  return accepted({ kind: 'code', code });
}

/** The parameter of the protocol that is there more than once. */
const repeatedParameter = (parameters: URLSearchParams): string | undefined =>
  ['code', 'state', 'error'].find((name) => parameters.getAll(name).length > 1);

/** Whether the parameters answer the sign-in that this state was made for: nothing else has the state, and none is there twice. */
export function isAnswerTo(state: string, parameters: URLSearchParams): boolean {
  return repeatedParameter(parameters) === undefined && isSameText(parameters.get('state') ?? '', state);
}
