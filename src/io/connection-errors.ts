/** The other end of a connection. */
export type Peer = 'server' | 'proxy';

/** What a request is waiting for: a connection to the peer, or the response of the server. */
export type Stage = Peer | 'answer';

/** A failed connection. It has no `code` property, since undici would retry for some codes. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';

  constructor(
    readonly peer: Peer,
    override readonly cause: unknown,
    /** The issuer of an untrusted certificate: foreign text. */
    readonly issuer?: string,
  ) {
    super('no connection');
  }
}

/** The proxy responded to CONNECT with a status other than 2xx. */
export class ProxyRefusal extends Error {
  override readonly name = 'ProxyRefusal';

  constructor(readonly status: number) {
    super('the proxy refused');
  }
}
