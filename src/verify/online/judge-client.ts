import { type Finding, failed, passed, undecided } from '../../checks/finding.ts';
import type { Redactor } from '../../checks/redactor.ts';
import type { HttpAnswer } from '../../context/http.ts';
import { labels } from '../../facts/labels.ts';
import { formField, portalPart } from '../../facts/places.ts';
import type { ClientAuthentication } from '../../oauth/client-authentication.ts';
import { type ServerError, serverError } from '../../oauth/server-error.ts';
import { errorInsteadOfTokens, isSuccess } from '../../oauth/tokens.ts';
import { lookup } from '../../text/lookup.ts';
import { notAnEndpoint } from './judge-authorize.ts';
import { isRedirect, isServersTrouble, placeOf, quoted, redirectTarget, strangeAnswer } from './quote.ts';

/** What to do when the server does not take the client's word. */
function credentialsFix(clientAuthentication: ClientAuthentication): string {
  const other = clientAuthentication === 'basic' ? 'post' : 'basic';
  return `Copy both again from ${portalPart(`${labels.clientId} and ${labels.clientSecret}`)} to ${formField('clientId')}, and ${formField('clientSecret')}. If they are right, the server may want them in another way: try --client-auth ${other}.`;
}

/** What is known of a token request. */
export interface ClientContext {
  readonly url: string;
  readonly redactor: Redactor;
  readonly clientAuthentication: ClientAuthentication;
}

/** The server does not take the client's word, at any token request. */
export function credentialsRefused(
  error: ServerError,
  { redactor, clientAuthentication }: ClientContext,
): Finding {
  return failed(
    `The server does not take ${labels.clientId} and ${labels.clientSecret}.${quoted(error, redactor)}`,
    credentialsFix(clientAuthentication),
    error.code,
  );
}

type Judge = (error: ServerError, context: ClientContext) => Finding;

/** What an error code of the token address says of the client, RFC 6749 section 5.2. */
const verdicts: Readonly<Record<string, Judge>> = {
  invalid_grant: () =>
    passed(
      `The server refused only the made-up code (invalid_grant): it did not refuse ${labels.clientId} and ${labels.clientSecret}.`,
    ),
  invalid_client: credentialsRefused,
  unauthorized_client: (error, { redactor }) =>
    failed(
      `The application may not use the ${labels.authorizationCodeFlow}.${quoted(error, redactor)}`,
      `Look at the application at ZoomInfo: ${portalPart('its settings')}.`,
      error.code,
    ),
};

/** Judges the answer to a token request with a made-up code: a server that minds only the code takes the client. */
export function judgeClient(answer: HttpAnswer, context: ClientContext): Finding {
  const { url, redactor } = context;
  const early = withoutVerdict(answer, url, redactor);
  if (early !== undefined) return early;
  const error = serverError(answer);
  const judge = lookup(verdicts, error.code);
  if (judge !== undefined) return judge(error, context);
  if (answer.status === 401 && error.code === undefined)
    return notAnEndpoint('accessTokenUrl', error, redactor);
  return strangeAnswer(answer, redactor);
}

/** An answer whose status is no verdict on the request, whatever stands in it. */
export function withoutVerdict(answer: HttpAnswer, url: string, redactor: Redactor): Finding | undefined {
  const { status } = answer;
  if (isRedirect(status)) return redirected(answer, url, redactor);
  if (isSuccess(status)) return strangeAnswer(answer, redactor, errorInsteadOfTokens(answer));
  return status < 400 || isServersTrouble(status) ? strangeAnswer(answer, redactor) : undefined;
}

/** A redirect is not followed: the next host would get the Client Secret. */
function redirected(answer: HttpAnswer, url: string, redactor: Redactor): Finding {
  const target = redirectTarget(answer, url);
  const where = target === undefined ? 'elsewhere' : `to ${placeOf(target, redactor)}`;
  return undecided(
    `The token address redirects (${answer.status}) ${where}. That was not followed: nothing was sent there.`,
    `Compare the address: ${formField('accessTokenUrl')}.`,
    'redirected',
  );
}
