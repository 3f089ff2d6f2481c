/** How the client authenticates at the token URL, RFC 6749 section 2.3.1. */
export const clientAuthentications = ['basic', 'post'] as const;

export type ClientAuthentication = (typeof clientAuthentications)[number];

/** The credentials after `Basic`: base64 of the exact bytes (see `requests.ts` for why). */
export function basicCredentials(clientId: string, clientSecret: string): string {
  return Buffer.from(`${clientId}:${clientSecret}`, 'utf8').toString('base64');
}
