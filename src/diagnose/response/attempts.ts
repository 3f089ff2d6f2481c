import type { Check } from '../../checks/check.ts';
import { regionOfRedirectUri } from '../../facts/regions.ts';
import { percentDecoded } from '../../text/percent-encoding.ts';
import type { FoundUrl } from '../evidence/evidence.ts';
import { valuesOf } from '../request/request-values.ts';
import type { PasteFacts } from './paste-facts.ts';

/** The responses to a request, by their state, RFC 6749 section 4.1.2; all of them if none has its state. */
export function responsesTo(
  request: FoundUrl | undefined,
  responses: readonly FoundUrl[],
): readonly FoundUrl[] {
  const own = responses.filter((response) => hasStateOf(request, response) === true);
  return own.length > 0 ? own : responses;
}

/** Whether a response is from another sign-in than the request. Between the two, ZoomInfo's sign-in service has its own. */
export const isOfOtherAttempt = (request: FoundUrl | undefined, response: FoundUrl | undefined): boolean =>
  response !== undefined &&
  (response.endpoint === undefined || regionOfRedirectUri(response.endpoint) !== undefined) &&
  hasStateOf(request, response) === false;

/** Undefined if one of them has no state. */
function hasStateOf(request: FoundUrl | undefined, response: FoundUrl): boolean | undefined {
  const [sent = '', returned = ''] = [request, response].map((url) => url && stateOf(url));
  if (sent === '' || returned === '') return undefined;
  return sent.startsWith(returned) || returned.startsWith(sent);
}

const mostEncodings = 3;

/** The state, decoded as often as possible, because windows and servers may encode it once more. */
function stateOf(url: FoundUrl): string {
  let state = valuesOf(url, 'state').find(Boolean) ?? '';
  for (let times = 0; times < mostEncodings; times += 1) state = percentDecoded(state);
  return state.replaceAll(' ', '+');
}

/** What a paste says about the response of another attempt: nothing from its request. */
export const factsOfOtherAttempt = (facts: PasteFacts): PasteFacts => ({
  ...facts,
  judged: new Map(),
  lacks: () => false,
  redirectUri: undefined,
  valuesSent: () => [],
});

/** A check of the response of another attempt. The value that it blames may have been corrected since. */
export const asOfOtherAttempt = (check: Check): Check => ({
  ...check,
  status: check.status === 'fail' ? 'inconclusive' : check.status,
  detail: `The state in this URL isn't the one in the request, so they are from different attempts. ${check.detail}`,
});
