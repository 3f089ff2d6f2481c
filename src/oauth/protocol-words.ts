import { errorCodes } from './error-codes.ts';

/** Error codes and parameters of OAuth (RFC 6749, RFC 7636, OpenID Connect): public words, which no secret is made of. */
export const protocolWords: readonly string[] = [
  ...errorCodes,
  'consent_required',
  'insufficient_scope',
  'interaction_required',
  'invalid_token',
  'login_required',
  'authorization_code',
  'client_id',
  'client_secret',
  'code_challenge',
  'code_challenge_method',
  'code_verifier',
  'grant_type',
  'redirect_uri',
  'refresh_token',
  'response_type',
  'PKCE',
];

const word = new RegExp(`(?<![\\w-])(?:${protocolWords.join('|')})(?![\\w-])`, 'gi');

/** The public words that a text has in it, each once. */
export const protocolWordsIn = (text: string): string[] => [...new Set(text.match(word) ?? [])];

/** A parameter or key whose value is a secret by its name, in any spelling: `client_secret`, `Code-Verifier`, `id_token`. */
export const isSecretName = (name: string): boolean =>
  /secret|verifier|passw|assertion|api[\s_-]?key|(?:^|access|refresh|id|[\s_-])[\s_-]*token$/i.test(
    name.trim(),
  );
