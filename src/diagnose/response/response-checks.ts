import type { Check } from '../../checks/check.ts';
import { checkOf, type Finding, passed, undecided } from '../../checks/finding.ts';
import { labels } from '../../facts/labels.ts';
import { formField, verifierRow } from '../../facts/places.ts';
import { regionOfRedirectUri } from '../../facts/regions.ts';
import { errorInUrl } from '../evidence/error-in-url.ts';
import type { Evidence, FoundUrl } from '../evidence/evidence.ts';
import type { SetupWithFile } from '../evidence/registered.ts';
import { placesOf, urlOf } from '../request/jitterbit-request.ts';
import { judgeLanding, requestRedirectUri } from '../request/request-redirect-uri.ts';
import { valuesOf } from '../request/request-values.ts';
import { distinctErrors } from './distinct-errors.ts';
import { elsewhere } from './elsewhere.ts';
import { explainError } from './error-explanation.ts';
import type { PasteFacts } from './paste-facts.ts';
import { recognizedError } from './recognized-error.ts';
import { sentTo } from './sent-to.ts';

const responseError = { id: 'response.error', title: 'Error in the URL' };
const responseCode = { id: 'response.code', title: 'Authorization code' };
const message = { id: 'message', title: 'Error message' };

/** The URL where the sign-in ended: the last one in Jitterbit, or else the last one. */
export function lastResponse(
  { responses }: Evidence,
  registered: SetupWithFile | undefined,
): FoundUrl | undefined {
  return responses.findLast((response) => isAtJitterbit(response, registered)) ?? responses.at(-1);
}

/** The URL without its query. */
function placeOf({ endpoint = '' }: FoundUrl): string {
  const url = urlOf(endpoint);
  return url === undefined ? '' : url.origin + url.pathname;
}

/** A query without a URL may belong to any host. */
function isAtJitterbit(response: FoundUrl, registered: SetupWithFile | undefined): boolean {
  if (response.endpoint === undefined) return true;
  const place = placeOf(response);
  return regionOfRedirectUri(place) !== undefined || place === registered?.setup.redirectUri;
}

/** Whether a code came back to Jitterbit, so that ZoomInfo accepted the authorization request. */
export const hasCode = (response: FoundUrl | undefined, registered: SetupWithFile | undefined): boolean =>
  response !== undefined &&
  isAtJitterbit(response, registered) &&
  codeOf(response) &&
  errorInUrl(response) === undefined;

const codeOf = (response: FoundUrl): boolean => valuesOf(response, 'code').some((code) => code !== '');

/** The checks of the URL where the sign-in ended. Its redirect URI is judged only if no request shows it. */
export function checkResponse(response: FoundUrl | undefined, facts: PasteFacts): Check[] {
  if (response === undefined) return [];
  return [...checkLanding(response, facts), ...checkAnswer(response, facts)];
}

function checkLanding(response: FoundUrl, { judged, registered }: PasteFacts): Check[] {
  const isShown = judged.has(requestRedirectUri.id);
  const landing =
    isShown || registered === undefined ? undefined : judgeLanding(placeOf(response), registered);
  return landing === undefined ? [] : [checkOf(requestRedirectUri, landing.finding)];
}

/** The error or the code in the URL where the sign-in ended. */
function checkAnswer(response: FoundUrl, facts: PasteFacts): Check[] {
  const error = errorInUrl(response);
  const recognized =
    error &&
    recognizedError(error, {
      parameters: response.parameters,
      elsewhere: elsewhere(response, facts.registered),
    });
  if (error !== undefined)
    return [
      checkOf(responseError, recognized === undefined ? foreignError : explainError(recognized, facts)),
    ];
  return codeOf(response) ? [checkOf(responseCode, judgeCode(response, facts))] : [];
}

const foreignError = undecided(
  "The URL contains an error, but not an OAuth error, so it doesn't point to a registered value.",
  'Paste the URL of the sign-in window as well. It shows the registered values.',
);

/** What can still be wrong after a code was issued, with the place of each value. */
const remaining = `If the sign-in still fails, the token request is the cause. Check, in this order: (1) ${formField('clientSecret')}; (2) ${verifierRow}, with ${labels.sendIn} set to ${labels.requestBody}; (3) ${formField('accessTokenUrl')}. The code may also have expired. Sign in again, and finish within a minute.`;

function judgeCode(response: FoundUrl, facts: PasteFacts): Finding {
  if (isAtJitterbit(response, facts.registered))
    return passed(
      [
        `ZoomInfo issued a code, so it accepted the authorization request. ${remaining}`,
        ...wrongInFile(facts),
      ].join(' '),
    );
  const place = placesOf([response], facts);
  const isJitterbits = /\.jitterbit\.com$/.test(urlOf(placeOf(response))?.hostname ?? '');
  return undecided(
    isJitterbits
      ? `The code was sent to a URL of Jitterbit${place === '' ? '' : ` (on ${place})`} that isn't a redirect URI of this connector.`
      : `The code was sent to ${place === '' ? 'another host' : place} instead of Jitterbit, so it belongs to another sign-in.`,
    'Paste the URL of the sign-in that Jitterbit started.',
  );
}

/** The offline checks of what only the token request shows. */
const ofTokenRequest: readonly string[] = [
  'client.secret',
  'pkce.verifier',
  'parameters.token-request',
  'endpoints',
];

/** What is wrong with these values in the setup, if anything. */
const wrongInFile = ({ failedInFile, registered }: PasteFacts): string[] =>
  failedInFile
    .filter(({ id }) => ofTokenRequest.includes(id))
    .map(({ detail }) => `In ${registered?.file ?? 'your setup'}: ${detail}`);

/** A check for each of the different errors in the remaining text. */
export function checkMessages(evidence: Evidence, paste: PasteFacts): Check[] {
  const facts = { ...paste, sent: sentTo(evidence.messages, paste.registered) };
  return distinctErrors(evidence).map((error) => checkOf(message, explainError(error, facts)));
}
