import type { KnownError } from './error-meaning.ts';

/** A code was issued, so ZoomInfo lists the redirect URI: RFC 6749 section 4.1.3 requires the same one for the token. */
const otherInTokenRequest = {
  means:
    "The redirect URI in the token request doesn't match the one in the authorization request, which ZoomInfo accepted.",
  causes: ['redirectUriOfToken'],
  otherwise: 'The code may also be from another sign-in. If so, sign in again in Jitterbit.',
} as const satisfies KnownError;

/** A redirect URI that the server rejects. */
export const rejectedRedirectUri = {
  means: 'The server rejected the redirect URI.',
  causes: ['redirectUris'],
  afterCode: otherInTokenRequest,
} as const satisfies KnownError;

/** A rejected redirect URI that isn't Jitterbit's. */
export const foreignRedirectUri: KnownError = {
  means: "The server rejected a redirect URI that isn't Jitterbit's.",
  causes: ['redirectUriOfRequest'],
  otherwise:
    "The error may be from another sign-in, such as your company's single sign-on. If so, no registered value is at fault.",
  afterCode: otherInTokenRequest,
};

/** Errors whose words are about the redirect URI. */
export const redirectUriErrors: readonly KnownError[] = [
  {
    words:
      /redirect(?:ion)?[ _]?ur[il].{0,200} (?:match|differs|same)\b.{0,80} authori[sz]ation (?:request|code)\b/i,
    ...otherInTokenRequest,
  },
  {
    words:
      /['"]?redirect_?uri['"]?\s{1,3}parameter must be[a-z\s]{0,60}|must be a login redirect uri|redirect_uri_mismatch|callback url mismatch|redirect uri .{0,200}(?:does not|did not|doesn't) match/i,
    ...rejectedRedirectUri,
  },
];
