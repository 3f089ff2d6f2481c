import { admin, type KnownError, meanings } from './error-meaning.ts';

/** A status of HTTP by its number after "HTTP", or with its name. */
const httpStatus = (numbers: string, names: string): RegExp =>
  new RegExp(
    `\\bHTTP(?:\\/[\\d.]{1,3})?(?: error| status(?: code)?)?[: ]{1,3}(?:${numbers})\\b|\\b(?:${names})\\b`,
    'i',
  );

const unknownUrl: Omit<KnownError, 'words' | 'causes'> = {
  means: 'The server responded without an OAuth error, which suggests an unknown URL.',
  otherwise: 'A proxy or gateway can respond like this, too.',
};

/** A page of Okta that says only that there was an error. */
export const pageWithoutReason: KnownError = {
  words: /your request resulted in an error/i,
  means: "The server's error page doesn't give a reason.",
  causes: ['clientId', 'redirectUris'],
  otherwise: 'Other problems can cause the same page.',
};

/** Responses without an OAuth error. ZoomInfo's gateway sends 401 for every unknown path. */
export const bareStatuses: readonly KnownError[] = [
  pageWithoutReason,
  {
    ...unknownUrl,
    words: httpStatus('401', '401 unauthori[sz]ed'),
    causes: ['authenticationUrl', 'accessTokenUrl', 'clientSecret', 'clientIdOfToken'],
  },
  {
    ...unknownUrl,
    words: httpStatus('404', '404 not found'),
    causes: ['authenticationUrl', 'accessTokenUrl'],
  },
  {
    words: httpStatus('403', '403 forbidden'),
    means:
      "The server denied access without an OAuth error, so the message doesn't point to a registered value.",
    causes: [],
    advice: `Paste the URL of the sign-in window as well. If nothing in it is wrong, ask ${admin}`,
  },
  {
    words: httpStatus('429', '(?:429 )?too many requests'),
    ...meanings.tooManyRequests,
  },
  {
    words: httpStatus(
      '50[0234]',
      '(?:500 )?internal server error|502 bad gateway|503 service unavailable|504 gateway time-?out',
    ),
    ...meanings.internalProblem,
  },
];
