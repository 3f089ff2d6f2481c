import { type Finding, failed, passed, undecided } from '../../checks/finding.ts';
import type { Redactor } from '../../checks/redactor.ts';
import type { ValueSources } from '../../checks/subject.ts';
import type { HttpAnswer } from '../../context/http.ts';
import { labels } from '../../facts/labels.ts';
import { formField, fromApplication, portalPart } from '../../facts/places.ts';
import type { ClientAuthentication } from '../../oauth/client-authentication.ts';
import { type ServerError, serverError } from '../../oauth/server-error.ts';
import { errorInsteadOfTokens, isSuccess } from '../../oauth/tokens.ts';
import { lookup } from '../../text/lookup.ts';
import { fixAtSource } from '../offline/fix-at-source.ts';
import { credentialRepairs } from '../offline/repair.ts';
import { endpointFix, notAnEndpoint } from './judge-authorize.ts';
import { isRedirect, isServersTrouble, placeOf, quoted, redirectTarget, strangeAnswer } from './quote.ts';

/** What to do when the server rejects the client's credentials. */
function credentialsFix(clientAuthentication: ClientAuthentication): string {
  const other = clientAuthentication === 'basic' ? 'post' : 'basic';
  return `Copy both again ${fromApplication}. Paste them into ${formField('clientId')} and ${labels.clientSecret}. If they are correct, the server may expect them to be sent differently. Try --client-auth ${other}.`;
}

/** What is known about a token request. */
export interface ClientContext extends ValueSources {
  readonly url: string;
  readonly redactor: Redactor;
  readonly clientAuthentication: ClientAuthentication;
}

/** The server rejects the client's credentials, at any token request. */
export function credentialsRefused(
  error: ServerError,
  { redactor, clientAuthentication, ...sources }: ClientContext,
): Finding {
  return failed(
    `The server rejected the ${labels.clientId} and ${labels.clientSecret}.${quoted(error, redactor)}`,
    fixAtSource(credentialsFix(clientAuthentication), credentialRepairs, sources, false),
    error.code,
  );
}

type Judge = (error: ServerError, context: ClientContext) => Finding;

/** What an error code of the token endpoint says about the client, RFC 6749 section 5.2. */
const verdicts: Readonly<Record<string, Judge>> = {
  invalid_grant: () =>
    passed(
      `The server rejected only the dummy code (invalid_grant), not the ${labels.clientId} and ${labels.clientSecret}.`,
    ),
  invalid_client: credentialsRefused,
  unauthorized_client: (error, { redactor }) =>
    failed(
      `The application isn't allowed to use the ${labels.authorizationCodeFlow}.${quoted(error, redactor)}`,
      `Allow it in ${portalPart('settings')}.`,
      error.code,
    ),
};

/** Judges the response to a token request with a dummy code: a server that rejects only the code accepts the client. */
export function judgeClient(answer: HttpAnswer, context: ClientContext): Finding {
  const { redactor } = context;
  const early = withoutVerdict(answer, context);
  if (early !== undefined) return early;
  const error = serverError(answer);
  const judge = lookup(verdicts, error.code);
  if (judge !== undefined) return judge(error, context);
  if (answer.status === 401 && error.code === undefined)
    return notAnEndpoint('accessTokenUrl', error, context);
  return strangeAnswer(answer, redactor);
}

/** A response whose status is inconclusive, regardless of its content. */
export function withoutVerdict(answer: HttpAnswer, context: ClientContext): Finding | undefined {
  const { status } = answer;
  const { redactor } = context;
  if (isRedirect(status)) return redirected(answer, context);
  if (isSuccess(status)) return strangeAnswer(answer, redactor, errorInsteadOfTokens(answer));
  return status < 400 || isServersTrouble(status) ? strangeAnswer(answer, redactor) : undefined;
}

/** A redirect isn't followed, since the next host would get the Client Secret. */
function redirected(answer: HttpAnswer, { url, redactor, ...sources }: ClientContext): Finding {
  const target = redirectTarget(answer, url);
  const where = target === undefined ? 'elsewhere' : `to ${placeOf(target, redactor)}`;
  return undecided(
    `The token URL redirects (${answer.status}) ${where}. The redirect wasn't followed, so nothing was sent there.`,
    endpointFix('accessTokenUrl', sources),
    'redirected',
  );
}
