import { type Finding, failed, passed, undecided } from '../../checks/finding.ts';
import type { Redactor } from '../../checks/redactor.ts';
import { labels } from '../../facts/labels.ts';
import { portalPart, redirectUriList } from '../../facts/places.ts';
import type { Callback } from '../../oauth/callback.ts';
import { lookup } from '../../text/lookup.ts';
import type { Result } from '../../text/result.ts';
import { isServersTroubleCode, quoted } from '../online/quote.ts';

/** What to do about an error that the browser came back with, RFC 6749 section 4.1.2.1. */
const fixes: Readonly<Record<string, string>> = {
  access_denied: `Sign in again and allow the access; if you were not asked, look at your ${labels.devPortal} subscription and role at ZoomInfo.`,
  invalid_scope: `Select every scope in the application: ${portalPart(labels.oauthScopes)}.`,
  unauthorized_client: `The application must be allowed the ${labels.authorizationCodeFlow}: ${portalPart('its settings')}.`,
};

/** Judges what the browser came back with. */
export function judgeCallback(callback: Result<Callback>, redactor: Redactor): Finding {
  if (!callback.ok) return undecided(`The browser came back, but not with an answer. ${callback.problem}`);
  if (callback.value.kind === 'code')
    return passed('The sign-in ended with a code and with the state that was sent.');
  const { error } = callback.value;
  if (isServersTroubleCode(error.code))
    return undecided(
      `The server has a problem of its own.${quoted(error, redactor)}`,
      'Try again later.',
      error.code,
    );
  const denied =
    error.code === 'access_denied' ? 'The access was denied.' : 'The server refused the sign-in.';
  return failed(`${denied}${quoted(error, redactor)}`, lookup(fixes, error.code), error.code);
}

/** Nobody came back: either nobody tried, or the server showed an error page that leads nowhere. */
export function nobodyCame(seconds: number): Finding {
  return undecided(
    `Nobody came back within ${seconds} s.`,
    `If the browser showed an error instead of a sign-in, look at ${redirectUriList}: a redirect URI that is not listed there to the byte ends so. Otherwise try again; --login-timeout gives it longer.`,
    'nobody-came',
  );
}
