import type { HttpAnswer } from '../context/http.ts';
import { parseObject } from '../text/json-object.ts';
import { accepted, type Result, refused } from '../text/result.ts';

/** A successful token answer, RFC 6749 section 5.1. Foreign and unchecked but for the access token. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly tokenType: unknown;
  readonly scope: unknown;
  readonly expiresIn: unknown;
}

/** The tokens in an answer, or why there are none. */
export function readTokens({ body }: HttpAnswer): Result<Tokens> {
  const json = parseObject(body);
  if (json === undefined) return refused('The answer is not JSON.');
  const { access_token, refresh_token, token_type, scope, expires_in } = json;
  if (typeof access_token !== 'string' || access_token === '')
    return refused('The answer has no access token in it.');
  return accepted({
    accessToken: access_token,
    ...(typeof refresh_token === 'string' && refresh_token !== '' ? { refreshToken: refresh_token } : {}),
    tokenType: token_type,
    scope,
    expiresIn: expires_in,
  });
}
