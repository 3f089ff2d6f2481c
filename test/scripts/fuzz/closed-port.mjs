/** A port without a listener, so that no request leaves the machine, directly or through a proxy. */
export const closedPort = 'http://127.0.0.1:1';
