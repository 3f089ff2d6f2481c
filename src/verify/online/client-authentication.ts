/** How the client proves itself at the token address, RFC 6749 section 2.3.1. */
export const clientAuthentications = ['basic', 'post'] as const;

export type ClientAuthentication = (typeof clientAuthentications)[number];
