import { everyErrorCode } from './error-codes.ts';

/** Error codes and parameters of OAuth (RFC 6749, RFC 7636, OpenID Connect): public words that are never secret. */
export const protocolWords: readonly string[] = [
  ...everyErrorCode,
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

/** The public words in a text, without duplicates. */
export const protocolWordsIn = (text: string): string[] => [...new Set(text.match(word) ?? [])];

/** Whether a parameter or key names a secret, in any spelling: `client_secret`, `Code-Verifier`, `id_token`. */
export const isSecretName = (name: string): boolean =>
  /secret|verifier|passw|assertion|api[\s_-]?key|(?:^|access|refresh|id|[\s_-])[\s_-]*token$/i.test(
    name.trim(),
  );
