import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Page } from '../context/page.ts';
import { closing, type Route, refuse, type Visit } from './loopback-server.ts';
import { headersFor } from './page-headers.ts';
import { isPrefetch } from './prefetch.ts';

/** The browser's side of one sign-in: the callback, which waits for the verdict, then the page. */
export interface CallbackVisit {
  readonly route: Route;
  readonly callback: Promise<URLSearchParams>;
  /** Redirects the waiting browser, so that the code leaves the address bar; resolves once the page is fetched. */
  readonly lead: (page: Page) => Promise<void>;
}

/** The page at the end of a sign-in, and the number of redirected visits that haven't fetched it yet. */
interface LastPage extends Page {
  readonly path: string;
  due: number;
}

/**
 * The first callback that `accept` accepts counts. Repeats of it (a reload, a second window) are redirected to the same
 * page; anything else is rejected, and the wait continues.
 */
export function makeCallbackVisit(
  path: string,
  accept: (parameters: URLSearchParams) => boolean,
): CallbackVisit {
  const arrival = deferred<URLSearchParams>();
  const departure = deferred<void>();
  const waiting = new Set<ServerResponse>();
  let taken: string | undefined;
  let last: LastPage | undefined;

  const receive = ({ query, request, response }: Visit): void => {
    if (isPrefetch(request)) {
      refuse(response, 503, "This page can't be prefetched.");
      return;
    }
    const parameters = new URLSearchParams(query);
    if (taken === undefined ? !accept(parameters) : query !== taken) {
      refuse(response, 400, "This response doesn't belong to the sign-in that was started here.");
      return;
    }
    taken = query;
    arrival.resolve(parameters);
    waiting.add(response);
    response.once('close', () => waiting.delete(response));
    if (last !== undefined) sendOn(waiting, last);
  };

  /** Serves the page once for each redirected visit, and to no other. */
  const showLast = ({ request, response }: Visit): void => {
    if (last === undefined || last.due === 0 || isPrefetch(request)) {
      refuse(response, 404, 'Not found.');
      return;
    }
    last.due -= 1;
    if (last.due === 0) response.once('close', () => departure.resolve());
    response.writeHead(200, { ...headersFor('html', last.contentPolicy), ...closing }).end(last.html);
  };

  const route: Route = (asked) => {
    if (asked === last?.path) return { methods: ['GET'], serve: showLast };
    return asked === path ? { methods: ['GET'], serve: receive } : undefined;
  };

  const lead = async (page: Page): Promise<void> => {
    last = { ...page, path: `/${randomBytes(16).toString('hex')}`, due: 0 };
    sendOn(waiting, last);
    await departure.promise;
  };
  return { route, callback: arrival.promise, lead };
}

function sendOn(waiting: Set<ServerResponse>, page: LastPage): void {
  for (const response of waiting) {
    page.due += 1;
    response.writeHead(303, { ...headersFor('plain'), ...closing, location: page.path }).end();
  }
  waiting.clear();
}

/** Node 20 has no Promise.withResolvers. */
function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve = (_: T): void => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
