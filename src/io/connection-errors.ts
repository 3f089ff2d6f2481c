/** What a connection is made to. */
export type Peer = 'server' | 'proxy';

/** What is being waited for: a connection to the peer, or the answer of the server. */
export type Stage = Peer | 'answer';

/** Why there is no connection. It has no code of its own: undici would try again for some. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';

  constructor(
    readonly peer: Peer,
    override readonly cause: unknown,
    /** Foreign text: the name of who issued a certificate that is not trusted. */
    readonly issuer?: string,
  ) {
    super('no connection');
  }
}

/** The proxy answered CONNECT with a status other than 2xx. */
export class ProxyRefusal extends Error {
  override readonly name = 'ProxyRefusal';

  constructor(readonly status: number) {
    super('the proxy refused');
  }
}
