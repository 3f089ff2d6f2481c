import { createServer, type Server } from 'node:http';
import type { Listener, ListenProblem } from '../context/listener.ts';
import { Interruption } from '../errors.ts';
import { makeVisit } from './callback-visit.ts';
import { onSignal } from './signals.ts';

/** How long the browser has to fetch the last page. */
const graceMilliseconds = 2000;

/**
 * Waits for one browser on the loopback address that the URI names. RFC 8252 section 7.3 and 8.3: nothing but that
 * address is bound, and only GET on the exact path with the expected Host is listened to.
 */
export async function listen(
  uri: string,
  accept: (parameters: URLSearchParams) => boolean,
  seconds: number,
): Promise<Listener | ListenProblem> {
  const url = new URL(uri);
  const visit = makeVisit(url, accept);
  const servers = addressesOf(url).map(() => createServer(visit.handle));
  const problem = await bindAll(servers, url);
  if (problem !== undefined) return problem;
  const close = (): Promise<void> => closeAll(servers);
  const callback = waitFor(visit.callback, seconds, close);
  // An interruption may come before anybody awaits this; whoever does still gets it.
  callback.catch(() => {});
  return {
    ok: true,
    callback,
    finish: async (page) => {
      await Promise.race([visit.lead(page), delay(graceMilliseconds)]);
      await close();
    },
    close,
  };
}

/** `localhost` is either family, as the browser likes; an address is itself. */
function addressesOf({ hostname }: URL): string[] {
  return hostname === 'localhost' ? ['127.0.0.1', '::1'] : [hostname.replace(/^\[|\]$/g, '')];
}

/** A machine without IPv6 has one family less; a port that somebody else has in either family is not ours. */
async function bindAll(servers: readonly Server[], url: URL): Promise<ListenProblem | undefined> {
  const addresses = addressesOf(url);
  const port = Number(url.port || 80);
  const errors = await Promise.all(
    servers.map((server, index) => bind(server, port, addresses[index] ?? '')),
  );
  const worst =
    errors.find((code) => code === 'EADDRINUSE') ?? (errors.every(Boolean) ? errors[0] : undefined);
  if (worst === undefined) return undefined;
  await closeAll(servers);
  return worst === 'EADDRINUSE'
    ? { ok: false, code: 'port-in-use', detail: `Port ${port} is in use by another program.` }
    : { ok: false, code: 'cannot-listen', detail: `Port ${port} could not be listened on (${worst}).` };
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

const delay = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });

/** The callback, the end of the time, or a signal: whatever comes first. */
async function waitFor(
  callback: Promise<URLSearchParams>,
  seconds: number,
  close: () => Promise<void>,
): Promise<URLSearchParams | undefined> {
  let release = (): void => {};
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      callback,
      new Promise<undefined>((resolve) => {
        timer = setTimeout(resolve, seconds * 1000, undefined);
      }),
      new Promise<never>((_, reject) => {
        release = onSignal((ending) => reject(new Interruption(ending)));
      }),
    ]);
  } catch (error) {
    await close();
    throw error;
  } finally {
    clearTimeout(timer);
    release();
  }
}
