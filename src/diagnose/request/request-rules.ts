import { requestClientId } from './request-client-id.ts';
import { requestCodeChallenge } from './request-code-challenge.ts';
import { requestCodeChallengeMethod } from './request-code-challenge-method.ts';
import { requestEndpoint } from './request-endpoint.ts';
import { requestParameters } from './request-parameters.ts';
import { requestRedirectUri } from './request-redirect-uri.ts';
import { requestResponseType } from './request-response-type.ts';
import type { RequestRule } from './request-rule.ts';
import { requestScopes } from './request-scopes.ts';
import { requestState } from './request-state.ts';

/** Every check of an authorization request, in the order of the report. */
export const requestRules: readonly RequestRule[] = [
  requestEndpoint,
  requestResponseType,
  requestClientId,
  requestRedirectUri,
  requestScopes,
  requestCodeChallenge,
  requestCodeChallengeMethod,
  requestState,
  requestParameters,
];
