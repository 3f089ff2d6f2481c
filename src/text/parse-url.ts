/**
 * The URL that a text is, on its own or relative to `base`; undefined if it isn't one. `URL.canParse` can't tell: once
 * Node.js 20 has optimized it, it rejects every text that is not plain ASCII.
 */
export function parseUrl(text: string, base?: string | URL): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
