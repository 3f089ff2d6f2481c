/**
 * A URL in an email as Proofpoint and Avanan rewrite it: between underscores, in the path of their own URL. In Proofpoint's,
 * `*` stands for a character that is encoded at the end.
 */
const rewritten = /^https?:\/\/[\w.-]+\/v\d\/(?:\w+\/)?(_{2,3})(https?:.+?)\1(?:;([\w-]*)!|\.)/i;

/** The same without its end, up to the first character that isn't known, or to underscores that may be from that end. */
const cutOff = /^https?:\/\/[\w.-]+\/v\d\/(?:\w+\/)?_{2,3}(https?:[^*]+?)(?:\*.*|_{1,3};?\W*)$/i;

/** `*`, or `**` and a letter for a run of characters. */
const placeholder = /\*(\*.)?/g;

/** The letters after `**`. The first one means a run of two. */
const runLengths = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Restores a URL that link protection in an email has rewritten; other URLs don't change. */
export function withoutLinkProtection(url: string): string {
  const [, , inner, replaced] = rewritten.exec(url) ?? [];
  if (inner === undefined) return url.replace(cutOff, '$1…');
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
