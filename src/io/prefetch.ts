import type { IncomingMessage } from 'node:http';

const headerNames = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'] as const;

/** Whether a browser loads a page that its user may never look at; it comes again when the user does. */
export function isPrefetch({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headerNames.some((name) => /\b(?:prefetch|prerender|preview)\b/i.test(String(headers[name] ?? '')));
}
