import { type KnownError, meanings, noneAtFault } from './error-meaning.ts';
import { anyOf } from './error-words.ts';
import { redirectUriErrors } from './errors-about-redirect-uris.ts';
import { errorsByNumber } from './errors-by-number.ts';
import { errorsByParameter } from './errors-by-parameter.ts';
import { errorsInStandardWords } from './errors-in-standard-words.ts';
import { identityProviderErrors } from './errors-of-identity-providers.ts';
import { pageWithoutReason } from './errors-without-oauth.ts';
import { labels } from './labels.ts';
import { errorAboutState, errorAboutUnknown } from './parameter-errors.ts';

const signInAgain = 'Sign in again in Jitterbit, and finish within a minute.';

const unknownClient = {
  means: `The server doesn't recognize the ${labels.clientId}.`,
  causes: ['clientId'],
} as const satisfies KnownError;

/**
 * What authorization servers say when a value is wrong. The words are those of Okta, which ZoomInfo's sign-in
 * uses; ZoomInfo's own may differ, so the patterns match OAuth terms, not whole sentences. The first matching row counts.
 */
export const errorsByWords: readonly KnownError[] = [
  ...identityProviderErrors,
  ...errorsInStandardWords,
  ...redirectUriErrors,
  {
    words: /invalid value for\s{1,3}['"]?client_?id['"]?/i,
    everyday: /(?<!\b(?!invalid_client)[a-z]\w{0,30} )\bclient is invalid/i,
    ...unknownClient,
  },
  { everyday: errorAboutUnknown('client'), ...unknownClient },
  {
    everyday: errorAboutUnknown('application'),
    means: "The server doesn't know the application.",
    causes: ['clientId'],
    otherwise: `If Jitterbit reports it, select your app registration again under ${labels.oauthApplication} in the connection.`,
  },
  {
    everyday: anyOf(
      /\b(?:client|application|app) (?:(?:is|has been) )?(?:disabled|deactivated)\b/,
      /\b(?:client|application|app) (?:is|was)(?:n't| not) (?:active|enabled|approved)\b/,
    ),
    means: 'The server reports that the application is inactive.',
    causes: ['clientId'],
    otherwise: `If it is your ZoomInfo application, activate it in the ${labels.developerPortal}.`,
  },
  {
    words:
      /code challenge is required|code_challenge\W{0,3} (?:parameter )?is (?:required|missing)|(?:policy|server) requires PKCE|PKCE is required(?! reading)/i,
    means: 'The authorization request contained no code challenge.',
    causes: ['challengeRow'],
  },
  {
    words:
      /code challenge contains illegal|code[_ ]challenge\W{0,3} (?:parameter |value )?(?:must (?:be an?|have)|is (?:invalid|malformed))\b/i,
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
      /(?:code_challenge_method|challenge method)\b[a-z\s'",:()]{0,40}(?:required|missing|must be|invalid|not (?:supported|allowed|valid))|transform algorithm not supported/i,
    means: 'The server rejected the code challenge method.',
    causes: ['method'],
  },
  {
    everyday: /scopes? (?:are|is) not (?:configured|allowed|permitted|supported)\b|invalid scopes?:/i,
    means: 'The server rejected the whole request because of a scope.',
    causes: ['scopes'],
  },
  {
    words: /configured default scopes/i,
    everyday:
      /\bscope\W{0,3} (?:must be provided|is required|is missing)|missing (?:required )?parameter(?:\(s\))?:? ['"]?scope\b/i,
    means: 'The authorization request contained no scopes.',
    causes: ['noScopes'],
  },
  {
    words: /response type is not supported|unsupported response_type/i,
    ...meanings.responseType,
  },
  {
    words:
      /user is not assigned(?= to the (?:client )?application)|policy evaluation failed(?= for this request)/i,
    everyday: /user is not assigned|policy evaluation failed/i,
    ...meanings.userNotAllowed,
  },
  {
    words: /client specified not to prompt/i,
    means: 'The request told ZoomInfo not to show its sign-in page.',
    causes: ['promptRow'],
  },
  {
    words: /client secret supplied|invalid[ _]client[ _]secret/i,
    everyday: /client[ _]secret (?:is|has) expired/i,
    means: `The server rejected the ${labels.clientSecret}.`,
    causes: ['clientSecret'],
  },
  {
    words: /client authentication failed|no client credentials|invalid[ _]client[ _]credentials/i,
    means: `The server rejected the ${labels.clientId} or the ${labels.clientSecret}.`,
    causes: ['clientSecret', 'clientIdOfToken'],
  },
  {
    words:
      /pkce verification failed|code[_\s]?(?:challenge|verifier)\W{0,3} (?:does(?:n't| not) match|mismatch)|code[_\s]?verifier\W{0,3} is invalid|(?:invalid|failed to verify) code[_ ]?verifier/i,
    means:
      "The code verifier in the token request didn't match the code challenge of the authorization request.",
    causes: ['challenge', 'methodRow', 'verifierRow'],
  },
  {
    words:
      /code[_\s]?verifier\W{0,3} (?:parameter )?(?:is (?:required|missing)|not specified)|missing (?:required )?parameter(?:\(s\))?:? ['"]?code_verifier\b|must specify an? ['"]?code_verifier\b/i,
    means: 'The token request contained no code verifier.',
    causes: ['noVerifier'],
  },
  {
    words: /authorization code is invalid|invalid authorization code/i,
    everyday: /\bcode not valid|code is expired|code\b[a-z\s'",:()]{0,30} has expired/i,
    means: `The code expired or was already used. ${noneAtFault}`,
    causes: [],
    advice: signInAgain,
  },
  {
    words: /refresh[ _]token (?:is (?:invalid|expired)|has (?:been )?(?:expired|revoked))/i,
    means: `The connection's refresh token is invalid or expired. ${noneAtFault}`,
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
    words: /client_id in the request body (?:does not|doesn't) match/i,
    means: `The token request contained two different ${labels.clientId}s.`,
    causes: ['repeatedInBody'],
  },
  {
    words: /configured grant types|grant type ['"]?authorization_code['"]? (?:is )?not allowed/i,
    means: "The application isn't allowed to use the grant type of the token request.",
    causes: ['applicationKind'],
  },
  {
    words: errorAboutState,
    everyday: /\bstate mismatch\b/i,
    means: "The state that came back to Jitterbit isn't the one that it sent.",
    causes: ['stateRow'],
    otherwise:
      'The sign-in may have taken too long, or been started twice. If so, close all sign-in windows, then sign in again in Jitterbit.',
  },
  ...errorsByNumber,
  ...errorsByParameter,
  {
    everyday: /\b(?:client|application|app) (?:is|was)(?:n't| not) (?:allowed|permitted|authori[sz]ed)\b/i,
    ...meanings.grantType,
  },
  { code: 'invalid_request', ...pageWithoutReason },
];
