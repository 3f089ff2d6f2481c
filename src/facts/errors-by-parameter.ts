import type { KnownError } from './error-meaning.ts';
import { errorAbout } from './parameter-errors.ts';
import { rejectedRedirectUri } from './redirect-uri-errors.ts';

/** Errors whose words name the parameter that is missing or invalid. */
export const errorsByParameter: readonly KnownError[] = (
  [
    ['redirect_uri', ['redirectUris'], rejectedRedirectUri.afterCode],
    ['client_id', ['clientId']],
    ['client_secret', ['clientSecret']],
    ['response_type', ['responseTypeRow']],
    ['code_challenge_method', ['methodRow']],
    ['code_challenge', ['challengeRow', 'challengeForm']],
    ['code_verifier', ['verifierRow']],
    ['scope', ['scopes']],
    ['grant_type', ['repeatedInBody', 'accessTokenUrl']],
  ] as const
).map(([parameter, causes, afterCode]) => ({
  words: errorAbout(parameter),
  means: `The server reports that ${parameter} is missing or invalid.`,
  causes,
  ...(afterCode === undefined ? {} : { afterCode }),
}));
