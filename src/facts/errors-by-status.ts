import { admin, type KnownError, meanings } from './error-meaning.ts';
import { labels } from './labels.ts';

/**
 * A status of HTTP: a number that a text calls one, a number with its name, or a name that is all of an error.
 * @param numbers an expression for the numbers, as is `names`
 */
const httpStatus = (numbers: string, names: string): Pick<KnownError, 'words' | 'everyday'> => ({
  words: new RegExp(
    [
      `\\bHTTP(?:\\/[\\d.]{1,3})?(?: (?:error|status|response))?(?: code)?[:= ]{1,3}(?:${numbers})\\b`,
      `\\b(?:${numbers})(?:[.:]| [\u2013-])? (?:\\((?:${names})\\)|(?:${names})\\b)`,
      `\\b(?:${names}) \\((?:${numbers})\\)`,
      `\\((?:${numbers})\\) (?:${names})\\b`,
      `\\b(?:${numbers}) (?:client|server) error\\b`,
      `, status=(?:${numbers})\\b`,
      `(?:^|>)\\W{0,3}(?:${names})\\W{0,3}(?:$|<)`,
    ].join('|'),
    'i',
  ),
  everyday: new RegExp(
    [
      `\\b(?:error|status)(?: code)?[:= ]{1,3}(?:${numbers})\\b`,
      `\\b(?:returned|responded with|failed with) (?:${numbers})\\b(?! [a-z]{1,20}s\\b)`,
    ].join('|'),
    'i',
  ),
});

const rejectedToken: KnownError = {
  ...meanings.rejectedGrant,
  means: 'The server rejected the token request.',
};

/**
 * Statuses alone, which say the least. A token endpoint sends 401 for wrong credentials, RFC 6749 section 5.2, ZoomInfo's
 * gateway for every unknown path.
 */
export const errorsByStatus: readonly KnownError[] = [
  {
    ...httpStatus('400', 'bad request'),
    means: "The server rejected the request. A status alone doesn't say which value is wrong.",
    causes: ['redirectUris', 'clientId', 'challengeRow', 'responseTypeRow'],
    otherwise: 'Paste the rest of the error, if there is more.',
    atToken: rejectedToken,
    afterCode: rejectedToken,
  },
  // Chromium's own page, so the browser got it, not the token request.
  {
    words: /page isn't working HTTP ERROR 401\b/i,
    ...meanings.unknownUrl,
  },
  {
    ...httpStatus('401', 'unauthori[sz]ed'),
    means: `The server rejected the ${labels.clientId} and ${labels.clientSecret} of the token request, or doesn't know the URL.`,
    causes: ['clientSecret', 'clientIdOfToken', 'accessTokenUrl', 'authenticationUrl'],
    atToken: {
      means: `The server rejected the ${labels.clientId} and ${labels.clientSecret} of the token request.`,
      causes: ['clientSecret', 'clientIdOfToken'],
      otherwise: meanings.unknownUrl.otherwise,
    },
    otherwise:
      'An API call after a successful sign-in can cause this, too. If so, sign in to the connection again.',
  },
  {
    ...httpStatus('40[45]', '(?:page )?not found|(?:method )?not allowed'),
    ...meanings.unknownUrl,
  },
  {
    ...httpStatus('403', 'forbidden'),
    means:
      "The server denied access without an OAuth error, so the message doesn't point to a registered value.",
    causes: [],
    advice: `Paste the URL of the sign-in window as well. If nothing in it is wrong, ask ${admin}`,
  },
  { ...httpStatus('429', 'too many requests'), ...meanings.tooManyRequests },
  {
    ...httpStatus(
      '50[0234]|52\\d',
      "internal (?:server )?error|bad gateway|proxy error|service (?:temporarily )?unavailable|gateway time-?out|that's an error",
    ),
    ...meanings.internalProblem,
  },
];
