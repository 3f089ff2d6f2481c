import { type Finding, failed, passed, undecided } from '../../checks/finding.ts';
import type { Redactor } from '../../checks/redactor.ts';
import { labels } from '../../facts/labels.ts';
import { portalPart, redirectUriList } from '../../facts/places.ts';
import type { Callback } from '../../oauth/callback.ts';
import { lookup } from '../../text/lookup.ts';
import type { Result } from '../../text/result.ts';
import { isServersTroubleCode, quoted } from '../online/quote.ts';

/** How to fix an error that the browser returns, RFC 6749 section 4.1.2.1. */
const fixes: Readonly<Record<string, string>> = {
  access_denied: `Sign in again and allow access. If you weren't prompted, check your ${labels.devPortal} subscription and your role in ZoomInfo.`,
  invalid_scope: `Select every scope in ${portalPart(labels.oauthScopes)}.`,
  unauthorized_client: `Allow the ${labels.authorizationCodeFlow} in ${portalPart('settings')}.`,
};

/** Judges what the browser returns. */
export function judgeCallback(callback: Result<Callback>, redactor: Redactor): Finding {
  if (!callback.ok) return undecided(`The browser returned without a valid response. ${callback.problem}`);
  if (callback.value.kind === 'code') return passed('The sign-in returned a code and the correct state.');
  const { error } = callback.value;
  if (isServersTroubleCode(error.code))
    return undecided(
      `The server reports an internal problem.${quoted(error, redactor)}`,
      'Try again later.',
      error.code,
    );
  const denied = error.code === 'access_denied' ? 'Access was denied.' : 'The server rejected the sign-in.';
  return failed(`${denied}${quoted(error, redactor)}`, lookup(fixes, error.code), error.code);
}

/** No callback: either the user didn't sign in, or the server showed an error page without a redirect. */
export function nobodyCame(seconds: number): Finding {
  return undecided(
    `No sign-in completed within ${seconds} s.`,
    `If the browser showed an error instead of a sign-in page, make sure that ${redirectUriList} lists the exact redirect URI. Otherwise try again, with --login-timeout to wait longer.`,
    'nobody-came',
  );
}
