/**
 * The headers of whatever is served on a loopback address: nothing is stored, framed, sniffed, or handed on to others.
 * @param contentPolicy what a page may do; nothing, if not given
 */
export function headersFor(
  type: 'html' | 'plain',
  contentPolicy = "default-src 'none'",
): Record<string, string> {
  return {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': `${contentPolicy}; frame-ancestors 'none'`,
    'Content-Type': `text/${type}; charset=utf-8`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}
