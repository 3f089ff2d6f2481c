/**
 * How Proofpoint and Avanan rewrite the URLs of a mail: between underscores, in the path of one of theirs. In
 * Proofpoint's, `*` stands for a character that follows it, encoded.
 */
const rewritten = /^https?:\/\/[\w.-]+\/v\d\/(?:\w+\/)?(_{2,3})(https?:.+?)\1(?:;([\w-]*)!|\.)/i;

/** `*`, or `**` and a letter for a run of characters. */
const placeholder = /\*(\*.)?/g;

/** The letters after `**`. The first one is a run of two. */
const runLengths = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The URL that a mail's link protection has rewritten so; any other remains. */
export function withoutLinkProtection(url: string): string {
  const [, , inner, replaced] = rewritten.exec(url) ?? [];
  if (inner === undefined) return url;
  return replaced === undefined ? inner : refilled(inner, Buffer.from(replaced, 'base64url').toString());
}

function refilled(url: string, characters: string): string {
  let next = 0;
  return url.replace(placeholder, (_, run?: string) => {
    const from = next;
    next += run === undefined ? 1 : runLengths.indexOf(run.charAt(1)) + 2;
    return characters.slice(from, next);
  });
}
