import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ListenProblem } from '../context/listener.ts';
import { accepted, type Result, refused } from '../text/result.ts';
import { headersFor } from './page-headers.ts';
import { withoutBrackets } from './url-parts.ts';

/** One visit that passed the doorman: the expected host, a known path, an allowed method. */
export interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: string;
}

/** What is behind a path and query, or undefined where there is nothing. Asked anew for each request. */
export type Route = (
  path: string,
  query: string,
) => { readonly methods: readonly string[]; readonly serve: (visit: Visit) => void } | undefined;

export interface LoopbackServer {
  readonly port: number;
  /** Drops every connection and frees the port. */
  close(): Promise<void>;
}

/**
 * Serves on the loopback address that the host name means, and on no other (RFC 8252 sections 7.3 and 8.3).
 * Whatever comes with another Host, path or method is refused here with fixed words: nothing of a request is reflected.
 * @param port 0 for any free one
 */
export async function serveLoopback(
  hostname: string,
  port: number,
  route: Route,
): Promise<Result<LoopbackServer, ListenProblem>> {
  const addresses = addressesOf(hostname);
  const servers = addresses.map(() => createServer());
  const problem = await bindAll(servers, addresses, port);
  if (problem !== undefined) return refused(problem);
  const bound = boundPort(servers) ?? port;
  const host = bound === 80 ? hostname : `${hostname}:${bound}`;
  for (const server of servers)
    server.on('request', (request, response) => admit(request, response, host, route));
  return accepted({ port: bound, close: () => closeAll(servers) });
}

/** `localhost` is either family, as the browser likes; an address is itself. */
function addressesOf(hostname: string): string[] {
  return hostname === 'localhost' ? ['127.0.0.1', '::1'] : [withoutBrackets(hostname)];
}

function boundPort(servers: readonly Server[]): number | undefined {
  return servers
    .map((server) => server.address())
    .find((address) => typeof address === 'object' && address !== null)?.port;
}

/** A machine without IPv6 has one family less; a port that another program has in either family is not ours. */
async function bindAll(
  servers: readonly Server[],
  addresses: readonly string[],
  port: number,
): Promise<ListenProblem | undefined> {
  const errors = await Promise.all(
    servers.map((server, index) => bind(server, port, addresses[index] ?? '')),
  );
  const worst =
    errors.find((code) => code === 'EADDRINUSE') ?? (errors.every(Boolean) ? errors[0] : undefined);
  if (worst === undefined) return undefined;
  await closeAll(servers);
  return worst === 'EADDRINUSE'
    ? { code: 'port-in-use', detail: `Port ${port} is in use by another program.` }
    : { code: 'cannot-listen', detail: `Port ${port} could not be listened on (${worst}).` };
}

function bind(server: Server, port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown error'));
    server.listen({ port, host, exclusive: true }, () => resolve(undefined));
  });
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  const closed = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
  for (const server of servers) server.closeAllConnections();
  await Promise.all(closed);
}

/** Host first: a page of another site that got here by DNS rebinding learns nothing else. */
function admit(request: IncomingMessage, response: ServerResponse, host: string, route: Route): void {
  const [path, query] = splitTarget(request.url ?? '');
  const found = route(path, query);
  if (request.headers.host !== host) {
    refuse(response, 421, 'Another host is expected here.');
  } else if (found === undefined) {
    refuse(response, 404, 'There is nothing here.');
  } else if (found.methods.includes(request.method ?? '')) {
    found.serve({ request, response, query });
  } else {
    response.setHeader('Allow', found.methods.join(', '));
    refuse(response, 405, `Only ${found.methods.join(' and ')} is answered here.`);
  }
}

/** By hand: a parser would take `//host/path` for another host. */
function splitTarget(target: string): [path: string, query: string] {
  const at = target.indexOf('?');
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)];
}

/** Each visit is one request: a connection that stays open would keep the port. */
export const closing = { Connection: 'close' };

/** Ends a visit with fixed words. */
export function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { ...headersFor('plain'), ...closing }).end(`${words}\n`);
}
