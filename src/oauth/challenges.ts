/** A quoted string, a token with what people write inside of one, a separator, or what fits nothing. */
const pieces = /"(?:[^"\\]|\\.)*"?|[^\s",=]+|[\s,]+|=/g;

/** More of a header is not read. */
const longest = 16_384;

/**
 * The parameters of the challenges in a `WWW-Authenticate` header, RFC 9110 section 11.6.1, by name in lower case; of
 * several with one name the first. Whether a value is quoted, and which scheme it belongs to, makes no difference.
 */
export function challengeParameters(header: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  const found = (header.slice(0, longest).match(pieces) ?? []).filter((piece) => !/^[\s,]/.test(piece));
  found.forEach((piece, index) => {
    const value = found[index + 2];
    const name = piece.toLowerCase();
    if (found[index + 1] === '=' && value !== undefined && !parameters.has(name))
      parameters.set(name, unquoted(value));
  });
  return parameters;
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value.replace(/^'(.*)'$/, '$1');
  return value.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1');
}
