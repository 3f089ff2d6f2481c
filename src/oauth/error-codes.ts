/** The codes that an authorization server may answer with, RFC 6749 sections 4.1.2.1 and 5.2, and two common others. */
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

/** `invalid_client`, `login_required`, …; gateways say `Unauthorized` or `ZI0001`. */
const form = /^[a-z]+(?:_[a-z]+)+$/;

/** Longer than any code of the registry: it is something else. */
const longest = 64;

/** The code that a text is: any of the right form, or a known one in another case. */
export function codeIn(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const trimmed = text.trim();
  return form.test(trimmed) ? trimmed : knownCode(trimmed);
}

/** The known code that a text is, in any case. */
export function knownCode(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const lower = text.trim().toLowerCase();
  return known.has(lower) ? lower : undefined;
}

/** Whether a client error refuses the request: outside of 400, gateways and firewalls have codes of their own. */
export const isRefusal = (status: number, code: string | undefined): boolean =>
  status === 400 || (status > 400 && knownCode(code ?? '') !== undefined);

/** Codes that stand for nothing else in a text for people; `server_error` might. */
const inProse =
  /\b(?:invalid_(?:request|client|scope|grant)|unauthorized_client|unsupported_(?:grant|response)_type|access_denied|redirect_uri_mismatch)\b/g;

/** The known codes that a text for people names, in their order, each once. */
export function codesInProse(text: string): string[] {
  return [...new Set(text.match(inProse))];
}
