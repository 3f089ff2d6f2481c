import type { Cause } from './error-cause.ts';
import { labels } from './labels.ts';
import { parameterRow, parametersOf } from './places.ts';

/** Other rows of Advanced options: wrong ones, and ones that the connector doesn't need. */
export const rowCauses = {
  responseTypeRow: {
    value: 'response_type',
    says: "The response_type row isn't set to code.",
    fix: `In ${parameterRow('authenticationRequest', 'response_type')}, set the value to "code", and ${labels.sendIn} to "${labels.requestUrl}".`,
    check: 'request.response-type',
    ruledOut: () => 'The response_type in the request is code.',
    ruledOutByCode: 'ZoomInfo issued a code, so it accepted the response_type.',
    inFile: ['parameters.authentication-request'],
  },
  promptRow: {
    value: 'prompt',
    says: 'A prompt = none row in the app registration causes this.',
    fix: `Remove the prompt row from ${parametersOf('authenticationRequest')}.`,
    check: 'request.parameters',
    ruledOut: () => "The request doesn't contain prompt = none.",
    ruledOutByCode: 'ZoomInfo issued a code, so it accepted the prompt.',
    inFile: ['parameters.authentication-request'],
  },
  stateRow: {
    value: 'state',
    says: 'A state row in the app registration replaces the state that Jitterbit sends.',
    fix: `If there is a state row, remove it from ${parametersOf('authenticationRequest')}.`,
  },
  redirectUriOfRequest: {
    value: 'redirect_uri',
    says: 'A redirect_uri row in the app registration replaces the redirect URI that Jitterbit sends.',
    fix: `If there is a redirect_uri row, remove it from ${parametersOf('authenticationRequest')}.`,
    check: 'request.redirect-uri',
    ruledOut: () => "The redirect URI in the request is Jitterbit's.",
    formIsEnough: true,
  },
  redirectUriOfToken: {
    value: 'redirect_uri of the token request',
    says: `A redirect_uri row on the ${labels.tokenRequest} tab replaces the redirect URI that Jitterbit sends.`,
    fix: `If there is a redirect_uri row, remove it from ${parametersOf('tokenRequest')}.`,
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
    ruledOut: () => 'The request contains no duplicate parameters.',
  },
  repeatedInBody: {
    value: 'duplicate in the token request',
    says: `A row on the ${labels.tokenRequest} tab duplicates another row, or a parameter that Jitterbit sends itself.`,
    fix: `In ${parametersOf('tokenRequest')}, keep only the code_verifier row.`,
    inFile: ['parameters.token-request'],
  },
} as const satisfies Record<string, Cause>;
