import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { type buildConnector, Client } from 'undici';
import { issuerOf } from './certificate-issuer.ts';
import { ConnectionError, type Peer, ProxyRefusal, type Stage } from './connection-errors.ts';
import { lookupFunction, type NameLookup } from './name-lookup.ts';
import type { HttpProxy } from './proxy-settings.ts';
import { portOf, withBrackets, withoutBrackets } from './url-parts.ts';

type Connector = buildConnector.connector;

export interface ConnectionOptions {
  readonly proxy: HttpProxy | undefined;
  readonly userAgent: string;
  readonly lookUp: NameLookup;
  /** Ends the connection and everything opened for it, at any time. */
  readonly signal: AbortSignal;
  /** Called when a stage begins; the connection is the first. */
  readonly onStage: (stage: Stage) => void;
}

/** The caller's timeout replaces those of undici, which don't cover the wait for a connection. */
const withoutTimeouts = { headersTimeout: 0, bodyTimeout: 0 };

/** A client for one origin, directly or through a tunnel. It connects once and never retries. */
export function openConnection(origin: string, options: ConnectionOptions): Client {
  const dial = dialer('server', options);
  const { proxy, onStage } = options;
  const connect = proxy === undefined ? dial : tunnel(proxy, dial, options);
  onStage(proxy === undefined ? 'server' : 'proxy');
  return clientOf(origin, options, 'server', (target, callback) =>
    connect(target, (...ended: Parameters<buildConnector.Callback>) => {
      if (ended[0] === null) onStage('answer');
      callback(...ended);
    }),
  );
}

function clientOf(origin: string, { signal }: ConnectionOptions, peer: Peer, connect: Connector): Client {
  const client = new Client(origin, { ...withoutTimeouts, connect: once(peer, connect) });
  signal.addEventListener('abort', () => void client.destroy().catch(() => {}));
  return client;
}

/** Without this, a peer that closes before any request is sent would be reconnected to endlessly. */
function once(peer: Peer, connect: Connector): Connector {
  let connected = false;
  return (target, callback) => {
    if (connected) return callback(new ConnectionError(peer, { code: 'ECONNRESET' }), null);
    connected = true;
    connect(target, callback);
  };
}

/** Connects to the target, or establishes TLS over a tunnel to it. */
function dialer(peer: Peer, { lookUp, signal }: ConnectionOptions): Connector {
  const lookup = lookupFunction(lookUp, signal);
  return ({ hostname, port, protocol, httpSocket }, callback) => {
    const isTls = protocol === 'https:';
    const host = withoutBrackets(hostname);
    const to = { host, port: Number(portOf({ protocol, port })), lookup, signal };
    let issuer: string | undefined;
    const ended = (error: unknown): void => callback(new ConnectionError(peer, error, issuer), null);
    if (!isTls) return settle(connectTcp(to), 'connect', callback, ended);
    const servername = isIP(host) === 0 ? host : '';
    const over = httpSocket === undefined ? {} : { socket: httpSocket };
    const socket = connectTls({ ...to, ...over, servername, ALPNProtocols: ['http/1.1'] });
    // Before the certificate is verified; after a failure it can no longer be read.
    socket.prependOnceListener('secure', () => {
      issuer = issuerOf(socket.getPeerCertificate(true));
    });
    settle(socket, 'secureConnect', callback, ended);
  };
}

function settle(
  socket: Socket | TLSSocket,
  event: 'connect' | 'secureConnect',
  callback: buildConnector.Callback,
  ended: (error: unknown) => void,
): void {
  socket.once('error', ended).once(event, () => {
    socket.off('error', ended).setNoDelay(true);
    callback(null, socket);
  });
}

/** CONNECT, RFC 9110 section 9.3.6: the proxy looks up the server's name and connects to it. */
function tunnel(proxy: HttpProxy, dial: Connector, options: ConnectionOptions): Connector {
  const client = clientOf(proxy.url.origin, options, 'proxy', dialer('proxy', options));
  return (target, callback) => {
    askFor(target, client, proxy, options.userAgent).then(
      (socket) => {
        options.onStage('server');
        if (target.protocol === 'https:') dial({ ...target, httpSocket: socket }, callback);
        else callback(null, socket);
      },
      (error) => callback(error, null),
    );
  };
}

async function askFor(
  target: buildConnector.Options,
  client: Client,
  { authorization }: HttpProxy,
  userAgent: string,
): Promise<Socket> {
  const path = `${withBrackets(target.hostname)}:${portOf(target)}`;
  const headers = {
    host: path,
    'user-agent': userAgent,
    ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }),
  };
  try {
    const { statusCode, socket } = await client.connect({ path, headers });
    socket.on('error', () => {});
    if (statusCode >= 200 && statusCode < 300) return socket as unknown as Socket;
    socket.destroy();
    throw new ProxyRefusal(statusCode);
  } catch (error) {
    throw error instanceof ProxyRefusal || error instanceof ConnectionError
      ? error
      : new ConnectionError('proxy', error);
  }
}
