/** Default timeouts, in seconds. */
export const defaultTimeouts = { request: 15, login: 300 } as const;
