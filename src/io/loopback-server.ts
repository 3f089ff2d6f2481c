import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ListenProblem } from '../context/listener.ts';
import { isLocalName } from '../oauth/loopback-host.ts';
import { accepted, type Result, refused } from '../text/result.ts';
import { headersFor } from './page-headers.ts';
import { withoutBrackets } from './url-parts.ts';

/** An admitted request: with the expected host, a known path, and an allowed method. */
export interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: string;
}

/** What a path and query lead to, or undefined if nothing. Called for each request. */
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
 * Serves only on the loopback address that the host name means (RFC 8252 sections 7.3 and 8.3). A request with another
 * Host, path, or method is rejected with a fixed text; nothing in a request is reflected.
 * @param port 0 for any free port
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

/** A name can mean either family, depending on the browser; an IP address means only itself. */
function addressesOf(hostname: string): string[] {
  return isLocalName(hostname) ? ['127.0.0.1', '::1'] : [withoutBrackets(hostname)];
}

function boundPort(servers: readonly Server[]): number | undefined {
  return servers
    .map((server) => server.address())
    .find((address) => typeof address === 'object' && address !== null)?.port;
}

/** One family is enough, for machines without IPv6; but the port must not be in use in either family. */
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
    : {
        code: 'cannot-listen',
        detail: `Couldn't listen on ${port === 0 ? 'any port' : `port ${port}`} (${worst}).`,
      };
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

/** Checks the Host first, so that another site's page that gets here by DNS rebinding learns nothing else. */
function admit(request: IncomingMessage, response: ServerResponse, host: string, route: Route): void {
  const [path, query] = splitTarget(request.url ?? '');
  const found = route(path, query);
  if (request.headers.host !== host) {
    refuse(response, 421, 'Unexpected Host header.');
  } else if (found === undefined) {
    refuse(response, 404, 'Not found.');
  } else if (found.methods.includes(request.method ?? '')) {
    found.serve({ request, response, query });
  } else {
    response.setHeader('Allow', found.methods.join(', '));
    refuse(response, 405, `Method not allowed. Use ${found.methods.join(' or ')}.`);
  }
}

/** Split by hand, since a parser would read `//host/path` as another host. */
function splitTarget(target: string): [path: string, query: string] {
  const at = target.indexOf('?');
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)];
}

/** Closes the connection after each request, since an open one would keep the port in use. */
export const closing = { Connection: 'close' };

/** Ends a visit with a fixed text. */
export function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { ...headersFor('plain'), ...closing }).end(`${words}\n`);
}
