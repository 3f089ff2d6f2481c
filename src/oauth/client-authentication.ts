/** How the client proves itself at the token address, RFC 6749 section 2.3.1. */
export const clientAuthentications = ['basic', 'post'] as const;

export type ClientAuthentication = (typeof clientAuthentications)[number];

/** What stands behind `Basic`: base64 of the very bytes, see how requests are built. */
export function basicCredentials(clientId: string, clientSecret: string): string {
  return Buffer.from(`${clientId}:${clientSecret}`, 'utf8').toString('base64');
}
