import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

/** A request as received. */
interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Behavior = (seen: Seen, response: ServerResponse, socket: Socket) => void;

export interface MisbehavingServer {
  readonly origin: string;
  readonly port: number;
  readonly seen: Seen[];
  readonly close: () => Promise<void>;
}

/** A server on a free port, for behavior that a correct one can't show. */
export async function startMisbehaving(behave: Behavior, tls?: ServerOptions): Promise<MisbehavingServer> {
  const seen: Seen[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.on('error', () => {});
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? '', 'http://x');
    const one: Seen = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    };
    seen.push(one);
    behave(one, response, request.socket);
  };
  const server: Server = tls === undefined ? createServer(handle) : createTlsServer(tls, handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    port,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Sends the same response to every request. */
export function always(
  status: number,
  body: string | object = '',
  headers: Record<string, string> = {},
): Behavior {
  return (_, response) => {
    const isText = typeof body === 'string';
    response
      .writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers })
      .end(isText ? body : JSON.stringify(body));
  };
}

/** A port on which nothing listens. */
export async function freePort(): Promise<number> {
  const { port, close } = await startMisbehaving(always(200));
  await close();
  return port;
}
