import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Page } from '../context/page.ts';
import { headersFor } from './page-headers.ts';

/** Each visit is one request: what stays open would keep the port. */
const closing = { connection: 'close' };
const plainHeaders = { ...headersFor('plain'), ...closing };

type Refusal = readonly [status: number, words: string];

const notOurs: Refusal = [400, 'This is not the answer to the sign-in that was begun here.'];

/** One visit of a browser: the callback, which is kept waiting for the verdict, then the page, once. */
export interface Visit {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  readonly callback: Promise<URLSearchParams>;
  /** Leads the waiting browser on, so that the code leaves the address bar; resolves when the page was fetched. */
  readonly lead: (page: Page) => Promise<void>;
}

export function makeVisit(url: URL, accept: (parameters: URLSearchParams) => boolean): Visit {
  const arrival = deferred<URLSearchParams>();
  const departure = deferred<void>();
  let waiting: ServerResponse | undefined;
  let last: (Page & { path: string }) | undefined;

  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const [path, query] = splitTarget(request.url ?? '');
    const isLast = last !== undefined && path === last.path;
    const refusal = objectionTo(request, url, isLast ? path : url.pathname, path);
    if (refusal !== undefined) {
      refuse(response, refusal);
    } else if (last !== undefined && isLast) {
      response.once('close', () => departure.resolve());
      response.writeHead(200, { ...headersFor('html', last.contentPolicy), ...closing }).end(last.html);
      last = undefined;
    } else {
      receive(new URLSearchParams(query), response);
    }
  };

  const receive = (parameters: URLSearchParams, response: ServerResponse): void => {
    if (waiting !== undefined || !accept(parameters)) {
      refuse(response, notOurs);
      return;
    }
    waiting = response;
    arrival.resolve(parameters);
  };

  const lead = async (page: Page): Promise<void> => {
    last = { ...page, path: `/${randomBytes(16).toString('hex')}` };
    waiting?.writeHead(303, { ...plainHeaders, location: last.path }).end();
    await departure.promise;
  };
  return { handle, callback: arrival.promise, lead };
}

/** Node 20 has no Promise.withResolvers. */
function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve = (_: T): void => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** Host first: a page of another site that got here by DNS rebinding learns nothing else. */
function objectionTo(
  { headers, method }: IncomingMessage,
  { host }: URL,
  expected: string,
  path: string,
): Refusal | undefined {
  if (headers.host !== host) return [421, 'Another host is expected here.'];
  if (path !== expected) return [404, 'There is nothing here.'];
  return method === 'GET' ? undefined : [405, 'Only GET is answered here.'];
}

/** By hand: a parser would take `//host/path` for another host. */
function splitTarget(target: string): [path: string, query: string] {
  const at = target.indexOf('?');
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)];
}

/** Fixed words: nothing of the request is reflected. */
function refuse(response: ServerResponse, [status, words]: Refusal): void {
  response.writeHead(status, plainHeaders).end(`${words}\n`);
}
