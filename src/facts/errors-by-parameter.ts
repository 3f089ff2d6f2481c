import type { CauseName } from './error-causes.ts';
import type { KnownError } from './error-meaning.ts';
import { rejectedRedirectUri } from './errors-about-redirect-uris.ts';
import { errorAbout, errorAboutMissing } from './parameter-errors.ts';

/** What can cause an error about a parameter: if it is invalid and, if that differs, if it is missing. */
const parameters: readonly (readonly [
  parameter: string,
  invalid: readonly CauseName[],
  missing?: CauseName,
])[] = [
  ['client_id', ['clientId'], 'noClientId'],
  ['client_secret', ['clientSecret'], 'noClientSecret'],
  ['response_type', ['responseTypeRow']],
  ['code_challenge_method', ['method']],
  ['code_challenge', ['challengeRow', 'challengeForm'], 'challengeRow'],
  ['code_verifier', ['verifierRow'], 'noVerifier'],
  ['scope', ['scopes'], 'noScopes'],
  ['grant_type', ['repeatedInBody', 'accessTokenUrl']],
];

/** Names of other things, too. */
const everyday: readonly string[] = ['client_id', 'client_secret', 'scope'];

const isBad = (parameter: string): string => `The server reports that ${parameter} is missing or invalid.`;

const wordsFor = (parameter: string, words: RegExp): Pick<KnownError, 'words' | 'everyday'> =>
  everyday.includes(parameter) ? { everyday: words } : { words };

/** Errors whose words name the parameter that is missing or invalid. */
export const errorsByParameter: readonly KnownError[] = [
  {
    ...rejectedRedirectUri,
    words: errorAbout('redirect_uri'),
    everyday: errorAbout('callback_url'),
    means: isBad('redirect_uri'),
  },
  ...parameters.flatMap(([parameter, invalid, missing]): KnownError[] => [
    ...(missing === undefined
      ? []
      : [
          {
            ...wordsFor(parameter, errorAboutMissing(parameter)),
            means: `The server reports that ${parameter} is missing.`,
            causes: [missing],
          },
        ]),
    { ...wordsFor(parameter, errorAbout(parameter)), means: isBad(parameter), causes: invalid },
  ]),
];
