import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Page } from '../context/page.ts';
import { closing, type Route, refuse, type Visit } from './loopback-server.ts';
import { headersFor } from './page-headers.ts';

/** One sign-in as the browser makes it: the callback, which is kept waiting for the verdict, then the page, once. */
export interface CallbackVisit {
  readonly route: Route;
  readonly callback: Promise<URLSearchParams>;
  /** Leads the waiting browser on, so that the code leaves the address bar; resolves when the page was fetched. */
  readonly lead: (page: Page) => Promise<void>;
}

export function makeCallbackVisit(
  path: string,
  accept: (parameters: URLSearchParams) => boolean,
): CallbackVisit {
  const arrival = deferred<URLSearchParams>();
  const departure = deferred<void>();
  let waiting: ServerResponse | undefined;
  let last: (Page & { path: string }) | undefined;

  const receive = ({ query, response }: Visit): void => {
    const parameters = new URLSearchParams(query);
    if (waiting !== undefined || !accept(parameters)) {
      refuse(response, 400, 'This is not the answer to the sign-in that was begun here.');
      return;
    }
    waiting = response;
    arrival.resolve(parameters);
  };

  const showLast = ({ response }: Visit): void => {
    if (last === undefined) return;
    response.once('close', () => departure.resolve());
    response.writeHead(200, { ...headersFor('html', last.contentPolicy), ...closing }).end(last.html);
    last = undefined;
  };

  const route: Route = (asked) => {
    if (asked === last?.path) return { methods: ['GET'], serve: showLast };
    return asked === path ? { methods: ['GET'], serve: receive } : undefined;
  };

  const lead = async (page: Page): Promise<void> => {
    last = { ...page, path: `/${randomBytes(16).toString('hex')}` };
    waiting?.writeHead(303, { ...headersFor('plain'), ...closing, location: last.path }).end();
    await departure.promise;
  };
  return { route, callback: arrival.promise, lead };
}

/** Node 20 has no Promise.withResolvers. */
function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve = (_: T): void => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
