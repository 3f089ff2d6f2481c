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

/** The further error codes of a sign-in, OpenID Connect Core section 3.1.2.6. */
export const signInErrorCodes: readonly string[] = [
  'account_selection_required',
  'consent_required',
  'interaction_required',
  'invalid_request_object',
  'invalid_request_uri',
  'login_required',
  'registration_not_supported',
  'request_not_supported',
  'request_uri_not_supported',
];

/** The further error codes of an API, RFC 6750 section 3.1, and those of too many requests (RFC 8628 section 3.5 and gateways). */
export const apiErrorCodes: readonly string[] = [
  'insufficient_scope',
  'invalid_token',
  'rate_limit_exceeded',
  'slow_down',
  'too_many_requests',
];

/** Codes whose words, separated by spaces, also appear in texts that have nothing to do with OAuth. */
const everyday: ReadonlySet<string> = new Set([
  ...signInErrorCodes,
  'access_denied',
  'invalid_request',
  'invalid_token',
  'rate_limit_exceeded',
  'server_error',
  'slow_down',
  'temporarily_unavailable',
  'too_many_requests',
]);

export const isEveryday = (code: string): boolean => everyday.has(code);

/** "Login required", as words, is what many pages say without any error. */
export const canBeWords = (code: string): boolean => !signInErrorCodes.includes(code);

/** Every known error code. */
export const everyErrorCode: readonly string[] = [...errorCodes, ...signInErrorCodes, ...apiErrorCodes];

const squeezed = (text: string): string => text.toLowerCase().replace(/[\s_-]/g, '');

const bySpelling: ReadonlyMap<string, string> = new Map(everyErrorCode.map((code) => [squeezed(code), code]));

const known: ReadonlySet<string> = new Set(errorCodes);

/** `invalid_client`, `login_required`, …, unlike the `Unauthorized` or `ZI0001` of gateways. */
const form = /^[a-z]+(?:_[a-z]+)+$/;

/** Longer than any registered code. */
const longest = 64;

/** The error code in a text: any well-formed code, or a known one in any spelling. */
export function codeIn(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const trimmed = text.trim();
  return form.test(trimmed) ? trimmed : knownCode(trimmed);
}

/** The error code that a text spells: `INVALID_CLIENT`, `Invalid-Client`, `InvalidClient`, `invalid client`. */
export function spelledCode(text: string): string | undefined {
  const code = text.length > longest ? undefined : bySpelling.get(squeezed(text));
  return code === undefined || canBeWords(code) || !/\s/.test(text.trim()) ? code : undefined;
}

/** The known error code of an authorization server in a text, in any case and, unless it is everyday words, spelling. */
export function knownCode(text: string): string | undefined {
  const code = spelledCode(text);
  if (code === undefined || !known.has(code)) return undefined;
  return isEveryday(code) && text.trim().toLowerCase() !== code ? undefined : code;
}

/** Whether a client error rejects the request. Except with 400, gateways and firewalls use their own codes. */
export const isRefusal = (status: number, code: string | undefined): boolean =>
  status === 400 || (status > 400 && knownCode(code ?? '') !== undefined);
