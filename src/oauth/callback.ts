import { accepted, type Result, refused } from '../text/result.ts';
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
  for (const name of ['code', 'state', 'error'])
    if (parameters.getAll(name).length > 1) return refused(`It has ${name} more than once.`);
  const found = parameters.get('state');
  if (found === null)
    return refused('It has no state, so it cannot be told from the answer to another sign-in.');
  if (found !== state)
    return refused('Its state is not ours: it is the answer to another sign-in, or a part of it is missing.');
  const error = errorInParameters(parameters);
  if (error !== undefined) return accepted({ kind: 'error', error });
  const code = parameters.get('code');
  return code ? accepted({ kind: 'code', code }) : refused('It has neither a code nor an error.');
}

/**
 * The parameters of a URL that a person pasted: perhaps with line breaks in it, in angle brackets or quotes, copied out of HTML
 * (`&amp;`), or only the part after the question mark.
 */
export function readPasted(text: string, redirectUri: string): Result<URLSearchParams> {
  const url = text
    .replace(/\s/g, '')
    .replace(/^[<"'(]+|[>"')]+$/g, '')
    .replace(/&amp;/gi, '&')
    .replace(/#.*/, '');
  if (url === '') return refused('Nothing was pasted.');
  const at = url.indexOf('?');
  if (at < 0 && !/^(?:code|state|error)=|&(?:code|state)=/.test(url))
    return refused('That is not the whole address: it should have a "?" and a code in it.');
  const place = at < 0 ? '' : url.slice(0, at);
  if (place !== '' && withoutScheme(place) !== withoutScheme(redirectUri))
    return refused(
      `That address does not begin with the redirect URI, ${redirectUri}: copy it when the sign-in is over.`,
    );
  return accepted(new URLSearchParams(url.slice(at + 1)));
}

const withoutScheme = (url: string): string => url.replace(/^https?:\/\//i, '');
