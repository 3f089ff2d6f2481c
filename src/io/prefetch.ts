import type { IncomingMessage } from 'node:http';

const headerNames = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'] as const;

/** Whether a browser loads a page in advance; it requests it again if the user opens it. */
export function isPrefetch({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headerNames.some((name) => /\b(?:prefetch|prerender|preview)\b/i.test(String(headers[name] ?? '')));
}
