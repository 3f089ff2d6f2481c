/** Seconds to wait, where nothing else is said. */
export const defaultTimeouts = { request: 15, login: 300 } as const;
