import { randomBytes } from 'node:crypto';
import type { Page, PageEnd, ServedPage, ServeOptions } from '../context/page.ts';
import { Failure, Interruption } from '../errors.ts';
import { isHungUp } from './hang-up.ts';
import { closing, type Route, serveLoopback } from './loopback-server.ts';
import { headersFor } from './page-headers.ts';
import { onSignal } from './signals.ts';

const hostname = '127.0.0.1';

/** Minutes without a request after which the page goes away. */
const idleMinutes = 10;

/**
 * Serves one page on a loopback address until Enter, Ctrl-C or a long silence. Whoever guesses the port finds
 * nothing without the path, and a foreign site that points its name here (DNS rebinding) has the wrong Host.
 * @throws Failure (usage) where this machine lets nothing be served
 */
export async function servePage(
  page: Page,
  { enterEnds }: ServeOptions,
  stdin: NodeJS.ReadStream,
  idle = idleMinutes * 60_000,
): Promise<ServedPage> {
  let end = (_: PageEnd): void => {};
  const path = `/${randomBytes(24).toString('base64url')}`;
  const timer = setTimeout(() => end('idle'), idle);
  const served = await serveLoopback(
    hostname,
    0,
    routeOf(page, path, () => timer.refresh()),
  );
  if (!served.ok) {
    clearTimeout(timer);
    throw new Failure('usage', served.problem.detail);
  }
  const { port, close } = served.value;
  const closed = new Promise<PageEnd>((resolve, reject) => {
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      releaseSignals();
      releaseEnter();
      void close();
      settle();
    };
    end = (reason) => finish(() => resolve(reason));
    const stop = (ending: Interruption['kind']): void =>
      ending === 'interrupted' ? end('ended') : finish(() => reject(new Interruption(ending)));
    const releaseSignals = onSignal(stop);
    const releaseEnter = enterEnds ? onEnter(stdin, stop) : () => {};
  });
  // A signal may come before this is awaited; it is still thrown then.
  closed.catch(() => {});
  return { url: `http://${hostname}:${port}${path}`, port, idleMinutes, closed };
}

function routeOf({ html, contentPolicy }: Page, path: string, visited: () => void): Route {
  return (asked, query) =>
    asked === path && query === ''
      ? {
          methods: ['GET', 'HEAD'],
          serve: ({ request, response }) => {
            visited();
            const headers = { ...headersFor('html', contentPolicy), ...closing };
            response.writeHead(200, { ...headers, 'Content-Length': Buffer.byteLength(html) });
            response.end(request.method === 'HEAD' ? undefined : html);
          },
        }
      : undefined;
}

/**
 * At a terminal Ctrl-D ends as well; the end of a pipe says only that Enter will never be pressed.
 * @param stop is told whether the user is done or the terminal has been closed
 * Afterwards a terminal is free for further prompts, and an open pipe keeps the process from ending no longer.
 */
function onEnter(stdin: NodeJS.ReadStream, stop: (ending: Interruption['kind']) => void): () => void {
  const onData = (chunk: Buffer | string): void => {
    if (/[\r\n]/.test(chunk.toString())) stop('interrupted');
  };
  const onEnd = (): void => {
    if (stdin.isTTY) stop(isHungUp(stdin) ? 'hangup' : 'interrupted');
  };
  stdin.on('data', onData).on('end', onEnd).on('error', onEnd).resume();
  return () => {
    stdin
      .off('data', onData)
      .off('end', onEnd)
      .off('error', onEnd)
      .on('error', () => {})
      .pause();
    if (!stdin.isTTY) stdin.unref?.();
  };
}
