/**
 * The headers of every response on a loopback address: not stored, framed or sniffed, and not leaked to other sites.
 * @param contentPolicy what the page may do; nothing by default
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
