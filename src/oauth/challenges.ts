/** A quoted string, a token in a liberal sense, a separator, or an equals sign. */
const pieces = /"(?:[^"\\]|\\.)*"?|[^\s",=]+|[\s,]+|=/g;

/** The most characters of a header that are read. */
const longest = 16_384;

/**
 * The parameters of all challenges in a `WWW-Authenticate` header, RFC 9110 section 11.6.1, by name in lower case. The
 * first of several with one name wins; quoting and schemes make no difference.
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
