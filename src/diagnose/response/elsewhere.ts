import { documentedEndpoints } from '../../facts/endpoints.ts';
import type { KnownError } from '../../facts/error-meaning.ts';
import {
  errorOfOtherClient,
  errorOfOtherSignIn,
  otherSignInIn,
} from '../../facts/errors-of-other-sign-ins.ts';
import type { Evidence, FoundUrl } from '../evidence/evidence.ts';
import type { SetupWithFile } from '../evidence/registered.ts';
import { urlOf } from '../request/jitterbit-request.ts';
import { valuesOf } from '../request/request-values.ts';
import { isAboutJitterbit } from './quoted-values.ts';

const ofVendors = /(?:^|\.)(?:zoominfo|jitterbit)\.com$/;

/** What an error in a URL means if that is of another sign-in; undefined if it can be of the one that Jitterbit started. */
export function elsewhere(response: FoundUrl, registered: SetupWithFile | undefined): KnownError | undefined {
  const { endpoint = '', parameters } = response;
  const host = urlOf(endpoint)?.hostname ?? '';
  const { authenticationUrl } = registered?.setup ?? documentedEndpoints;
  if (host === '' || host === urlOf(authenticationUrl)?.hostname || isAboutJitterbit(parameters))
    return undefined;
  if (!ofVendors.test(host)) return otherSignInIn(endpoint) ?? errorOfOtherSignIn;
  const clients = valuesOf(response, 'client_id').filter(Boolean);
  const isOurs = clients.length === 0 || clients.includes(registered?.setup.clientId ?? '');
  return isOurs ? undefined : errorOfOtherClient;
}

/** The same for the errors in a paste without a request or response, whose texts name another sign-in. */
export const elsewhereInText = ({ requests, responses, messages }: Evidence): KnownError | undefined =>
  requests.length + responses.length > 0
    ? undefined
    : otherSignInIn(messages.map(({ words }) => words).join('\n'));
