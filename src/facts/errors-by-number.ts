import { duringSignIn, type KnownError, meanings, noneAtFault, unknownNumber } from './error-meaning.ts';

/** Errors by the numbers of ZoomInfo's gateway and API, and of Okta, which ZoomInfo's sign-in uses. The first match counts. */
export const errorsByNumber: readonly KnownError[] = [
  {
    words: /\bZI0001\b|\bE0000011\b/,
    means:
      'The access token is missing, invalid, or expired. If the sign-in succeeded, no registered value is at fault.',
    causes: [],
    advice: `Sign in to the connection again. ${duringSignIn}`,
  },
  {
    words: /\bZI0002\b/,
    means: 'The access token lacks a scope that an API call needs.',
    causes: ['neededScopes'],
    otherwise: 'If a scope was added after you signed in, sign in to the connection again.',
  },
  {
    words: /\bZI0003\b/,
    means: `Your ZoomInfo package doesn't include the data that an API call requested. ${noneAtFault}`,
    causes: [],
    advice: 'Ask your ZoomInfo admin what your package includes.',
  },
  { words: /\bZI0004\b|\bE0000047\b/, ...meanings.tooManyRequests },
  {
    words: /\bZI9998\b/,
    means:
      "The URL of an API call doesn't exist at ZoomInfo. If the sign-in succeeded, no registered value is at fault.",
    causes: [],
    advice: duringSignIn,
  },
  {
    words: /\bPFAPI00\d{0,4}/,
    means: "An API request was invalid. The sign-in and the app registration aren't at fault.",
    causes: [],
    advice: 'Check the settings of the connector activity that sent it.',
  },
  { words: /\bE000000[123]\b/, ...meanings.invalidRequest },
  { words: /\bE0000(?:004|005|064|068|069|079|119)\b/, ...meanings.notSignedIn },
  { words: /\bE00000(?:06|15)\b/, ...meanings.userNotAllowed },
  {
    words: /\bE00000(?:07|08|21|22)\b/,
    means: "The server doesn't know the URL, or doesn't accept this kind of request there.",
    causes: ['authenticationUrl', 'accessTokenUrl'],
    otherwise: 'An API call can cause this, too.',
  },
  { words: /\bE00000(?:09|10)\b/, ...meanings.internalProblem },
  { words: /\bE0000\d{3}\b/, ...unknownNumber },
];
