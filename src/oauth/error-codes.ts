/** The error codes of an authorization server, RFC 6749 sections 4.1.2.1 and 5.2, and two other common ones. */
export const errorCodes: readonly string[] = [
  'access_denied',
  'invalid_client',
  'invalid_grant',
  'invalid_redirect_uri',
  'invalid_request',
  'invalid_scope',
  'redirect_uri_mismatch',
  'server_error',
  'temporarily_unavailable',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
];

const known: ReadonlySet<string> = new Set(errorCodes);

/** `invalid_client`, `login_required`, …, unlike the `Unauthorized` or `ZI0001` of gateways. */
const form = /^[a-z]+(?:_[a-z]+)+$/;

/** Longer than any registered code. */
const longest = 64;

/** The error code in a text: any well-formed code, or a known one in any case. */
export function codeIn(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const trimmed = text.trim();
  return form.test(trimmed) ? trimmed : knownCode(trimmed);
}

/** The known error code in a text, in any case. */
export function knownCode(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const lower = text.trim().toLowerCase();
  return known.has(lower) ? lower : undefined;
}

/** Whether a client error rejects the request. Except with 400, gateways and firewalls use their own codes. */
export const isRefusal = (status: number, code: string | undefined): boolean =>
  status === 400 || (status > 400 && knownCode(code ?? '') !== undefined);

/** Codes that are unambiguous in prose, unlike `server_error`. */
const inProse =
  /\b(?:invalid_(?:request|client|scope|grant)|unauthorized_client|unsupported_(?:grant|response)_type|access_denied|redirect_uri_mismatch)\b/g;

/** The known codes in prose, in order, without duplicates. */
export function codesInProse(text: string): string[] {
  return [...new Set(text.match(inProse))];
}
