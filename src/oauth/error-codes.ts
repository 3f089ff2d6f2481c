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
  /\b(?:invalid_(?:request|client|scope|grant|redirect_uri|token)|insufficient_scope|unauthorized_client|unsupported_(?:grant|response)_type|access_denied|redirect_uri_mismatch|temporarily_unavailable|(?:login|interaction|consent)_required)\b/g;

/** A code that a text calls one, such as `error: server_error` or `Error Code: invalid_target`. */
const labelled =
  /\berror(?:[ _]?code)?["']?\s{0,3}[:=]\s{0,3}["']?(?!(?:code|client|redirect|response|grant|error)_(?:uri|id|secret|type|challenge|verifier|description|code))([a-z]{1,20}(?:_[a-z]{1,20}){1,4})\b/gi;

/** A code that is also a common name in programs counts where a text begins with it or reports it. */
const reported =
  /(?:^|\b(?:got|returns|returned|received|with|says|said|failed)[:,]?\s)["'`(]?(server_error)\b/gi;

/** The codes in prose, without duplicates: first the ones that the text calls codes, then others that are known. */
export function codesInProse(text: string): string[] {
  const matches = (pattern: RegExp): string[] =>
    [...text.matchAll(pattern)].map(([, code = '']) => code.toLowerCase());
  return [...new Set([...matches(labelled), ...(text.match(inProse) ?? []), ...matches(reported)])];
}

/** After these words a code is what a server said. */
const reporting =
  /\b(?:errors?|code|status|reason|with|gets?|got|getting|gives?|shows?|returns?|returned|says?|said|received|failed|fails)$/;

/** Whether every occurrence of a code is part of a sentence that doesn't say that a server sent it. */
export function isOnlyMentioned(code: string, text: string): boolean {
  const before = text.split(code).slice(0, -1);
  return before.length > 0 && before.every((words) => isSentence(words.slice(-40)));
}

function isSentence(before: string): boolean {
  const words = /[a-z]+(?=,? ["'`“]?$)/.exec(before);
  return words !== null && !reporting.test(before.slice(0, words.index + words[0].length));
}
