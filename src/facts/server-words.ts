import type { CauseName } from './error-causes.ts';
import { developerPortalUrl, labels } from './labels.ts';
import { errorAbout } from './parameter-errors.ts';

/** An error as servers word it, and what it points to. */
export interface KnownError {
  /** A pattern that may match anywhere in the text. */
  readonly words?: RegExp;
  /** The OAuth code that the error must have. */
  readonly code?: string;
  /** What it means, in a sentence. */
  readonly means: string;
  /** Registered values that can cause it, the most likely one first; none if no registered value is at fault. */
  readonly causes: readonly CauseName[];
  /** Another possible reason, so no registered value is certainly at fault. */
  readonly otherwise?: string;
  /** What to do if no registered value is at fault. */
  readonly advice?: string;
  /** The advice is to compare every value, so the command that shows them follows. */
  readonly needsValues?: true;
}

const signInAgain = 'Sign in again in Jitterbit, and finish within a minute.';
const admin = `your ZoomInfo admin to check your ${labels.devPortal} subscription and the application's access policy.`;

const duringSignIn = `If the error appears during sign-in, make sure that the ${labels.authenticationUrl} and the ${labels.accessTokenUrl} are the documented ones.`;

const rejectedGrant: KnownError = {
  means: 'The server rejected the code, the code verifier, or the refresh token.',
  causes: ['challenge', 'methodRow', 'verifierRow'],
  otherwise:
    'The code may also have expired or been used already. If so, sign in again in Jitterbit, and finish within a minute.',
};

/** Errors whose words name the parameter that is missing or invalid. */
const aboutParameters: readonly KnownError[] = (
  [
    ['redirect_uri', ['redirectUris']],
    ['client_id', ['clientId']],
    ['client_secret', ['clientSecret']],
    ['response_type', ['responseTypeRow']],
    ['code_challenge_method', ['methodRow']],
    ['code_challenge', ['challengeRow', 'challengeForm']],
    ['code_verifier', ['verifierRow']],
    ['scope', ['scopes']],
    ['grant_type', ['repeatedInBody', 'accessTokenUrl']],
  ] as const
).map(([parameter, causes]) => ({
  words: errorAbout(parameter),
  means: `The server reports that ${parameter} is missing or invalid.`,
  causes,
}));

/**
 * What authorization servers say when a value is wrong. The words are those of Okta, which ZoomInfo's sign-in
 * uses; ZoomInfo's own may differ, so the patterns match OAuth terms, not whole sentences. The first matching row counts.
 */
export const errorsByWords: readonly KnownError[] = [
  {
    words:
      /['"]?redirect_?uri['"]?\s{1,3}parameter must be[a-z\s]{0,60}|must be a login redirect uri|redirect_uri_mismatch|callback url mismatch|redirect uri .{0,200}(?:does not|did not|doesn't) match|AADSTS50011\b/i,
    means: 'The server rejected the redirect URI.',
    causes: ['redirectUris'],
  },
  {
    words:
      /invalid value for\s{1,3}['"]?client_?id['"]?|client not found|unknown client\b|(?<![a-z] )client is invalid|AADSTS700016\b/i,
    means: `The server doesn't recognize the ${labels.clientId}.`,
    causes: ['clientId'],
  },
  {
    words:
      /code challenge is required|code_challenge\W{0,3} (?:parameter )?is (?:required|missing)|(?:policy|server) requires PKCE/i,
    means: 'The authorization request contained no code challenge.',
    causes: ['challengeRow'],
  },
  {
    words: /code challenge contains illegal/i,
    means: 'The code challenge is malformed.',
    causes: ['challengeForm'],
  },
  {
    words: /code challenge should be specified/i,
    means: 'The authorization request contained no code challenge.',
    causes: ['challengeRow'],
  },
  {
    words:
      /(?:code_challenge_method|challenge method)\b[a-z\s'",:()]{0,40}(?:required|missing|must be|invalid|not (?:supported|allowed|valid))/i,
    means: 'The server rejected the code challenge method.',
    causes: ['methodRow'],
  },
  {
    words:
      /scopes? (?:are|is) not (?:configured|allowed|permitted|supported)\b|invalid scopes?:|AADSTS(?:70011|650053)\b/i,
    means: 'The server rejected the whole request because of a scope.',
    causes: ['scopes'],
  },
  {
    words:
      /configured default scopes|\bscope\W{0,3} (?:must be provided|is required|is missing)|missing (?:required )?parameter(?:\(s\))?:? ['"]?scope\b/i,
    means: 'The authorization request contained no scopes.',
    causes: ['noScopes'],
  },
  {
    words: /response type is not supported|unsupported response_type/i,
    means: 'The server rejected the response_type.',
    causes: ['responseTypeRow'],
  },
  {
    words: /user is not assigned|policy evaluation failed|AADSTS(?:50105|65004)\b/i,
    means: "The user isn't allowed to use this application. No registered value is at fault.",
    causes: [],
    advice: `Ask ${admin}`,
  },
  {
    words: /client specified not to prompt/i,
    means: 'The request told ZoomInfo not to show its sign-in page.',
    causes: ['promptRow'],
  },
  {
    words: /client secret supplied|invalid client[ _]secret|AADSTS70002(?:15|22)\b/i,
    means: `The server rejected the ${labels.clientSecret}.`,
    causes: ['clientSecret'],
  },
  {
    words: /client authentication failed|no client credentials|invalid client credentials/i,
    means: `The server rejected the ${labels.clientId} or the ${labels.clientSecret}.`,
    causes: ['clientSecret', 'clientIdOfToken'],
  },
  {
    words:
      /pkce verification failed|code[_\s]?(?:challenge|verifier)\W{0,3} (?:does(?:n't| not) match|mismatch)|code[_\s]?verifier\W{0,3} is invalid|(?:invalid|failed to verify) code[_ ]?verifier|AADSTS501481\b/i,
    means:
      "The code verifier in the token request didn't match the code challenge of the authorization request.",
    causes: ['challenge', 'methodRow', 'verifierRow'],
  },
  {
    words:
      /code[_\s]?verifier\W{0,3} (?:parameter )?(?:is (?:required|missing)|not specified)|missing (?:required )?parameter(?:\(s\))?:? ['"]?code_verifier\b/i,
    means: 'The token request contained no code verifier.',
    causes: ['verifierRow'],
  },
  {
    words:
      /authorization code is invalid|invalid authorization code|\bcode not valid|AADSTS(?:54005|70008)\b|code is expired|code\b[a-z\s'",:()]{0,30} has expired/i,
    means: 'The code expired or was already used. No registered value is at fault.',
    causes: [],
    advice: signInAgain,
  },
  {
    words: /refresh token is (?:invalid|expired)/i,
    means: "The connection's refresh token is invalid or expired. No registered value is at fault.",
    causes: [],
    advice: 'Sign in to the connection again.',
  },
  {
    words:
      /duplicate|more than once|included multiple|multiple (?:client )?(?:credentials|authentication)|(?:two|more than one) (?:ways?|methods?) (?:of|to|for) (?:client )?authenticat/i,
    code: 'invalid_request',
    means: 'The request contained a parameter or the client credentials twice.',
    causes: ['repeatedInUrl', 'repeatedInBody'],
  },
  {
    words: /configured grant types/i,
    means: "The application isn't allowed to use the grant type of the token request.",
    causes: ['applicationKind'],
  },
  {
    words: /your request resulted in an error/i,
    means: "The server's error page doesn't give a reason.",
    causes: ['clientId', 'redirectUris'],
    otherwise: 'Other problems can cause the same page.',
  },
  {
    words: /\bZI0001\b/,
    means:
      'The access token is missing or expired. If the sign-in succeeded, no registered value is at fault.',
    causes: [],
    advice: `Sign in to the connection again. ${duringSignIn}`,
  },
  {
    words: /\bZI0002\b/,
    means: 'The access token lacks a scope that an API call needs.',
    causes: ['scopes'],
    otherwise: 'If a scope was added after you signed in, sign in to the connection again.',
  },
  {
    words: /\bZI0003\b/,
    means:
      "Your ZoomInfo package doesn't include the data that an API call requested. No registered value is at fault.",
    causes: [],
    advice: 'Ask your ZoomInfo admin what your package includes.',
  },
  {
    words: /\bZI0004\b/,
    means: 'ZoomInfo received too many requests. No registered value is at fault.',
    causes: [],
    advice: 'Wait, then try again.',
  },
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
  { words: /grant request is invalid/i, ...rejectedGrant },
  ...aboutParameters,
];

const internalProblem: KnownError = {
  means: 'The server has an internal problem. No registered value is at fault.',
  causes: [],
  advice: 'Try again later.',
};

/** What the OAuth codes can mean without known words: RFC 6749 sections 4.1.2.1 and 5.2, OpenID Connect. */
export const errorsByCode: readonly KnownError[] = [
  { code: 'invalid_redirect_uri', means: 'The server rejected the redirect URI.', causes: ['redirectUris'] },
  { code: 'redirect_uri_mismatch', means: 'The server rejected the redirect URI.', causes: ['redirectUris'] },
  {
    code: 'invalid_client',
    means: `The server rejected the ${labels.clientId} or the ${labels.clientSecret}.`,
    causes: ['clientSecret', 'clientIdOfToken'],
  },
  { code: 'invalid_grant', ...rejectedGrant },
  {
    code: 'invalid_scope',
    means: 'The server rejected the whole request because of a scope.',
    causes: ['scopes'],
  },
  {
    code: 'invalid_request',
    means: 'A parameter is missing, duplicate, or invalid.',
    causes: ['redirectUris', 'challengeRow', 'responseTypeRow', 'methodRow', 'repeatedInUrl'],
    otherwise: "The error doesn't say which one.",
  },
  {
    code: 'unauthorized_client',
    means: "The application isn't allowed to use this kind of sign-in.",
    causes: ['applicationKind', 'clientIdOfToken'],
  },
  {
    code: 'unsupported_response_type',
    means: 'The server rejected the response_type.',
    causes: ['responseTypeRow'],
  },
  {
    code: 'unsupported_grant_type',
    means: "The server doesn't accept the grant_type of the token request.",
    causes: ['repeatedInBody', 'accessTokenUrl'],
  },
  {
    code: 'access_denied',
    means: 'The user or a policy denied access. No registered value is at fault.',
    causes: [],
    advice: `Sign in again and allow access. If it still fails, ask ${admin}`,
  },
  ...['login_required', 'interaction_required', 'consent_required'].map(
    (code): KnownError => ({
      code,
      means: 'The request told ZoomInfo not to show a page, but ZoomInfo had to show one.',
      causes: ['promptRow'],
    }),
  ),
  ...['server_error', 'temporarily_unavailable'].map((code): KnownError => ({ code, ...internalProblem })),
  {
    code: 'invalid_token',
    means:
      "An access token is invalid or expired. The error is from an API call, so the sign-in isn't at fault.",
    causes: [],
    advice: 'Sign in to the connection again.',
  },
  {
    code: 'insufficient_scope',
    means: 'The access token lacks a scope that an API call needs.',
    causes: ['scopes'],
    otherwise: 'If a scope was added after you signed in, sign in to the connection again.',
  },
];

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

/** Responses without an OAuth error. ZoomInfo's gateway sends 401 for every unknown path. */
export const bareStatuses: readonly KnownError[] = [
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
    words: httpStatus('429', '429 too many requests'),
    means: 'The server received too many requests. No registered value is at fault.',
    causes: [],
    advice: 'Wait, then try again.',
  },
  {
    words: httpStatus(
      '50[0234]',
      '500 internal server error|502 bad gateway|503 service unavailable|504 gateway time-?out',
    ),
    ...internalProblem,
  },
];

/** Any other error. */
export const unknownError: KnownError = {
  means: "This isn't a known OAuth or ZoomInfo error.",
  causes: [],
  advice: `Compare every value in the app registration with your setup, and with your application in the ${labels.developerPortal} (${developerPortalUrl}).`,
  needsValues: true,
};
