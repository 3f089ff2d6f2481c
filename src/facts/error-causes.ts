import { labels } from './labels.ts';
import {
  challengeRow,
  formField,
  parameterRow,
  parametersOf,
  portalPart,
  redirectUriList,
  verifierRow,
} from './places.ts';

/** The value of a setup that is shown after a fix, to be copied. */
export type RightValue =
  | 'redirectUri'
  | 'codeChallenge'
  | 'scopes'
  | 'authenticationUrl'
  | 'accessTokenUrl'
  | 'setup';

/** A registered value that can cause an error, and how to tell whether it does. */
export interface Cause {
  /** The registered value. Causes with the same value count as one. */
  readonly value: string;
  /** A sentence that says what is wrong with the value if it is the cause. */
  readonly says: string;
  readonly fix: string;
  /** What to copy for the fix, if a setup contains it. */
  readonly right?: RightValue;
  /** The id of the request check that shows the value, and possibly that it is wrong. */
  readonly check?: string;
  /** Says that the value in the request is correct, so it isn't the cause. */
  readonly ruledOut?: string;
  /** Whether a valid format makes the value correct, without comparing it with a setup. */
  readonly formIsEnough?: true;
  /** Says what follows if the value in the request is correct but the cause remains. */
  readonly narrowed?: string;
  /** Says why a code from ZoomInfo rules it out. */
  readonly ruledOutByCode?: string;
  /** The most likely of the remaining causes if the request lacks this parameter. */
  readonly lacking?: string;
  /** What is wrong instead if the pair was rotated. It is then the most likely of the causes. */
  readonly rotated?: string;
  /** The ids of the checks of a setup file that show whether the file has it wrong. */
  readonly inFile?: readonly string[];
}

const applicationPage = portalPart(labels.clientId);

const clientId = {
  value: labels.clientId,
  says: `The ${labels.clientId} in the app registration doesn't belong to your ZoomInfo application.`,
  fix: `Copy the ${labels.clientId} again from ${applicationPage} to ${formField('clientId')}.`,
  check: 'request.client-id',
  inFile: ['client.id'],
} as const;

const clientSecret = {
  value: labels.clientSecret,
  fix: `Copy the ${labels.clientSecret} again from ${portalPart(labels.clientSecret)} to ${formField('clientSecret')}.`,
  inFile: ['client.secret'],
} as const;

const verifier = {
  value: 'code_verifier',
  fix: `In ${verifierRow}, set ${labels.sendIn} to ${labels.requestBody} and the value to the code verifier that belongs to the code challenge.`,
  right: 'setup',
  inFile: ['pkce.verifier', 'parameters.token-request'],
} as const;

/** What can cause an error of a sign-in: registered values, each with its place in a console. */
export const errorCauses = {
  redirectUris: {
    value: labels.redirectUris,
    says: "Your ZoomInfo application doesn't list the redirect URI that Jitterbit sends, or lists one for another region.",
    fix: `In ${redirectUriList}, add the exact URI for your organization's region:`,
    right: 'redirectUri',
    check: 'request.redirect-uri',
    formIsEnough: true,
    narrowed:
      "The redirect URI in the request is correct, so your ZoomInfo application doesn't list it, or lists it differently.",
    ruledOutByCode: 'ZoomInfo issued a code, so it accepted the redirect URI.',
    inFile: ['region.redirect-uri'],
  },
  redirectUriOfRequest: {
    value: 'redirect_uri',
    says: 'A redirect_uri row in the app registration replaces the redirect URI that Jitterbit sends.',
    fix: `If there is a redirect_uri row, remove it from ${parametersOf('authenticationRequest')}.`,
    check: 'request.redirect-uri',
    ruledOut: "The redirect URI in the request is Jitterbit's.",
    formIsEnough: true,
  },
  redirectUriOfToken: {
    value: 'redirect_uri of the token request',
    says: `A redirect_uri row on the ${labels.tokenRequest} tab replaces the redirect URI that Jitterbit sends.`,
    fix: `If there is a redirect_uri row, remove it from ${parametersOf('tokenRequest')}.`,
  },
  clientId: {
    ...clientId,
    narrowed: `The ${labels.clientId} in the request matches your setup, so your ZoomInfo application may have been deleted or replaced by a new one.`,
  },
  noClientId: {
    ...clientId,
    says: `The ${labels.clientId} field in the app registration is empty.`,
    ruledOut: `The request contains a ${labels.clientId}.`,
    formIsEnough: true,
  },
  clientIdOfToken: {
    ...clientId,
    ruledOut: `The ${labels.clientId} in the request is correct.`,
    ruledOutByCode: `ZoomInfo issued a code, so it accepted the ${labels.clientId}.`,
  },
  clientSecret: {
    ...clientSecret,
    says: `The ${labels.clientSecret} in the app registration is wrong, for example outdated or incomplete.`,
  },
  noClientSecret: {
    ...clientSecret,
    says: `The ${labels.clientSecret} field in the app registration is empty.`,
  },
  challengeRow: {
    value: 'code_challenge',
    says: `The code_challenge row is missing, or its ${labels.sendIn} isn't ${labels.requestUrl}.`,
    fix: `In ${challengeRow}, set ${labels.sendIn} to ${labels.requestUrl} and the value to the code challenge of your pair.`,
    right: 'codeChallenge',
    check: 'request.code-challenge',
    ruledOut: 'The code_challenge in the request is valid.',
    formIsEnough: true,
  },
  challengeForm: {
    value: 'code_challenge',
    says: 'The value of the code_challenge row isn\'t a code challenge, which has exactly 43 characters: letters, digits, "-", and "_".',
    fix: `Set the value of ${challengeRow} to the code challenge of your pair.`,
    right: 'codeChallenge',
    check: 'request.code-challenge',
    ruledOut: 'The code_challenge in the request is valid.',
    formIsEnough: true,
    inFile: ['pkce.challenge'],
  },
  challenge: {
    value: 'code_challenge',
    says: "The code_challenge row wasn't derived from the code verifier in the code_verifier row.",
    fix: `Set the value of ${challengeRow} to the code challenge of your pair.`,
    right: 'codeChallenge',
    check: 'request.code-challenge',
    ruledOut: 'The code_challenge in the request is correct.',
    inFile: ['pkce.challenge'],
  },
  methodRow: {
    value: 'code_challenge_method',
    says: 'The code_challenge_method row is missing, so the server may have assumed plain (RFC 7636 section 4.3).',
    fix: `In ${parametersOf('authenticationRequest')}, add the row code_challenge_method = S256 and set ${labels.sendIn} to ${labels.requestUrl}.`,
    check: 'request.code-challenge-method',
    ruledOut: 'The request has code_challenge_method S256.',
    lacking: 'code_challenge_method',
  },
  method: {
    value: 'code_challenge_method',
    says: "The code_challenge_method row is missing or isn't set to S256.",
    fix: `In ${parametersOf('authenticationRequest')}, make sure that there is a row code_challenge_method = S256, with ${labels.sendIn} set to ${labels.requestUrl}.`,
    check: 'request.code-challenge-method',
    ruledOut: 'The request has code_challenge_method S256.',
    inFile: ['parameters.authentication-request'],
  },
  verifierRow: {
    ...verifier,
    says: `The code_verifier row is missing, has the wrong value, or its ${labels.sendIn} isn't ${labels.requestBody}.`,
    rotated: `The pair was rotated, so the code_verifier row may still contain the previous code verifier. It may also be missing, or its ${labels.sendIn} may not be ${labels.requestBody}.`,
  },
  noVerifier: {
    ...verifier,
    says: `The code_verifier row is missing or empty, or its ${labels.sendIn} isn't ${labels.requestBody}.`,
  },
  scopes: {
    value: labels.scopes,
    says: "A scope in the app registration isn't selected in your ZoomInfo application.",
    fix: `Use the same scopes in ${portalPart(labels.oauthScopes)} and in ${formField('scopes')}.`,
    right: 'scopes',
    check: 'request.scopes',
    narrowed:
      "The scopes in the request match your setup, so at least one of them isn't selected in your ZoomInfo application.",
    inFile: ['scopes'],
  },
  noScopes: {
    value: labels.scopes,
    says: `The ${labels.scopes} field in the app registration is empty.`,
    fix: `Enter the scopes in ${formField('scopes')}, separated by spaces.`,
    right: 'scopes',
    check: 'request.scopes',
    ruledOut: 'The request contains scopes.',
    formIsEnough: true,
  },
  responseTypeRow: {
    value: 'response_type',
    says: "The response_type row isn't set to code.",
    fix: `In ${parameterRow('authenticationRequest', 'response_type')}, set ${labels.sendIn} to ${labels.requestUrl} and the value to code.`,
    check: 'request.response-type',
    ruledOut: 'The response_type in the request is correct.',
    inFile: ['parameters.authentication-request'],
  },
  promptRow: {
    value: 'prompt',
    says: 'A prompt = none row in the app registration causes this.',
    fix: `Remove the prompt row from ${parametersOf('authenticationRequest')}.`,
    check: 'request.parameters',
    ruledOut: "The request doesn't contain prompt = none.",
    inFile: ['parameters.authentication-request'],
  },
  stateRow: {
    value: 'state',
    says: 'A state row in the app registration replaces the state that Jitterbit sends.',
    fix: `If there is a state row, remove it from ${parametersOf('authenticationRequest')}.`,
  },
  requestObjectRow: {
    value: 'request',
    says: "A row named request, request_uri, or registration sends a parameter that the connector doesn't need.",
    fix: `Remove that row from ${parametersOf('authenticationRequest')}.`,
  },
  repeatedInUrl: {
    value: 'duplicate in the authorization request',
    says: `A row on the ${labels.authenticationRequest} tab duplicates another row, or a parameter that Jitterbit sends itself.`,
    fix: `Remove the duplicate row from ${parametersOf('authenticationRequest')}.`,
    check: 'request.parameters',
    ruledOut: 'The request contains no duplicate parameters.',
  },
  repeatedInBody: {
    value: 'duplicate in the token request',
    says: `A row on the ${labels.tokenRequest} tab duplicates another row, or a parameter that Jitterbit sends itself.`,
    fix: `In ${parametersOf('tokenRequest')}, keep only the code_verifier row.`,
    inFile: ['parameters.token-request'],
  },
  applicationKind: {
    value: 'authentication method',
    says: `Your ZoomInfo application doesn't allow the ${labels.authorizationCodeFlow}. It may have been created with Client Credentials.`,
    fix: `In ${portalPart('authentication method')}, choose ${labels.authorizationCode}. If you can't change it, create a new application and use its ${labels.clientId} and ${labels.clientSecret}.`,
  },
  authenticationUrl: {
    value: labels.authenticationUrl,
    says: `The ${labels.authenticationUrl} is wrong.`,
    fix: `Set ${formField('authenticationUrl')} to:`,
    right: 'authenticationUrl',
    check: 'request.endpoint',
    ruledOut: `The ${labels.authenticationUrl} is correct.`,
    ruledOutByCode: `ZoomInfo issued a code, so the ${labels.authenticationUrl} is correct.`,
    inFile: ['endpoints'],
  },
  accessTokenUrl: {
    value: labels.accessTokenUrl,
    says: `The ${labels.accessTokenUrl} is wrong.`,
    fix: `Set ${formField('accessTokenUrl')} and ${labels.refreshTokenUrl} to:`,
    right: 'accessTokenUrl',
    inFile: ['endpoints'],
  },
} as const satisfies Record<string, Cause>;

export type CauseName = keyof typeof errorCauses;
