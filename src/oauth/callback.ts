import type { ServerError } from './server-error.ts';
import { errorInParameters } from './server-error.ts';

/** What the browser came back with. */
export type Callback =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'error'; readonly error: ServerError }
  /** Not usable: `problem` says why, without any of the text. */
  | { readonly kind: 'unusable'; readonly problem: string };

const unusable = (problem: string): Callback => ({ kind: 'unusable', problem });

/** Reads the parameters of a redirect back, RFC 6749 section 4.1.2; no parameter may stand there twice (3.1). */
export function readCallback(parameters: URLSearchParams, state: string): Callback {
  for (const name of ['code', 'state', 'error'])
    if (parameters.getAll(name).length > 1) return unusable(`It has ${name} more than once.`);
  const found = parameters.get('state');
  if (found === null)
    return unusable('It has no state, so it cannot be told from the answer to another sign-in.');
  if (found !== state)
    return unusable(
      'Its state is not ours: it is the answer to another sign-in, or a part of it is missing.',
    );
  const error = errorInParameters(parameters);
  if (error !== undefined) return { kind: 'error', error };
  const code = parameters.get('code');
  return code ? { kind: 'code', code } : unusable('It has neither a code nor an error.');
}

/**
 * The parameters of an address that a person pasted: perhaps with line breaks in it, in angle brackets or quotes, copied out of HTML
 * (`&amp;`), or only the part behind the question mark.
 */
export function readPasted(text: string, redirectUri: string): URLSearchParams | string {
  const address = text
    .replace(/\s/g, '')
    .replace(/^[<"'(]+|[>"')]+$/g, '')
    .replace(/&amp;/gi, '&')
    .replace(/#.*/, '');
  if (address === '') return 'Nothing was pasted.';
  const at = address.indexOf('?');
  if (at < 0 && !/^(?:code|state|error)=|&(?:code|state)=/.test(address))
    return 'That is not the whole address: it should have a "?" and a code in it.';
  const place = at < 0 ? '' : address.slice(0, at);
  if (place !== '' && place.replace(/^https?:\/\//i, '') !== redirectUri.replace(/^https?:\/\//i, ''))
    return `That address does not begin with the redirect URI, ${redirectUri}: copy it when the sign-in is over.`;
  return new URLSearchParams(address.slice(at + 1));
}
