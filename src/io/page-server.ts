import { randomBytes } from 'node:crypto';
import type { Page, PageEnd, RefusedVisitor, ServedPage, ServeOptions } from '../context/page.ts';
import { Failure, Interruption } from '../errors.ts';
import { isInForeground } from './foreground.ts';
import { endOfInput } from './hang-up.ts';
import { rereadWindow } from './job-control.ts';
import { closing, type Route, refuse, serveLoopback, type Visit } from './loopback-server.ts';
import { headersFor } from './page-headers.ts';
import { leaveGap } from './prompt-gap.ts';
import { onSignal } from './signals.ts';
import { makeVisitorGuard, type VisitorGuard } from './visitor-guard.ts';

const hostname = '127.0.0.1';

/** Minutes without a request after which serving ends. */
const idleMinutes = 10;

/** Milliseconds between looks at whether the job is in the foreground. bash sends no signal for fg if the job is running. */
const foregroundInterval = 250;

/**
 * Serves one page on a loopback address until Enter, Ctrl-C or the idle limit. Guessing the port is useless without the
 * path, another site's name that points here (DNS rebinding) has the wrong Host, and the guard stops other users who read
 * the URL in the browser's command line.
 * @throws Failure (usage) if nothing can be served on this machine
 */
export async function servePage(
  page: Page,
  { onRefused }: ServeOptions,
  stdin: NodeJS.ReadStream,
  idle = idleMinutes * 60_000,
  guardFor: (path: string) => VisitorGuard = makeVisitorGuard,
): Promise<ServedPage> {
  let end = (_: PageEnd): void => {};
  const path = `/${randomBytes(24).toString('base64url')}`;
  const timer = setTimeout(() => end('idle'), idle);
  const served = await serveLoopback(
    hostname,
    0,
    routeOf(page, path, guardFor(path), () => timer.refresh(), once(onRefused)),
  );
  if (!served.ok) {
    clearTimeout(timer);
    throw new Failure('usage', served.problem.detail);
  }
  const { port, close } = served.value;
  const endsOnEnter = hasKeys(stdin);
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
    const releaseEnter = stdin.isTTY ? onEnter(stdin, () => end('enter'), stop) : () => {};
  });
  // A signal can come before this is awaited; it is still thrown then.
  closed.catch(() => {});
  return { url: `http://${hostname}:${port}${path}`, port, idleMinutes, endsOnEnter, closed };
}

type OnRefused = NonNullable<ServeOptions['onRefused']>;

/** Reports each kind of visitor only once. */
function once(listener: OnRefused = () => {}): OnRefused {
  const told = new Set<RefusedVisitor>();
  return (visitor) => {
    if (told.has(visitor)) return;
    told.add(visitor);
    listener(visitor);
  };
}

function routeOf(
  page: Page,
  path: string,
  guard: VisitorGuard,
  visited: () => void,
  onRefused: OnRefused,
): Route {
  const serve = (visit: Visit): void => {
    const admission = guard(visit.request);
    if (admission.admitted) {
      visited();
      sendPage(page, visit, admission.headers);
    } else {
      if (admission.visitor !== undefined) onRefused(admission.visitor);
      refuse(visit.response, admission.status, 'This page is only for the user who opened it.');
    }
  };
  return (asked, query) => (asked === path && query === '' ? { methods: ['GET', 'HEAD'], serve } : undefined);
}

function sendPage(
  { html, contentPolicy }: Page,
  { request, response }: Visit,
  further: Readonly<Record<string, string>>,
): void {
  const headers = { ...headersFor('html', contentPolicy), ...closing, ...further };
  response.writeHead(200, { ...headers, 'Content-Length': Buffer.byteLength(html) });
  response.end(request.method === 'HEAD' ? undefined : html);
}

/** Whether keys reach the program. Any other input, such as a list that a loop reads, isn't meant for it. */
const hasKeys = (stdin: NodeJS.ReadStream): boolean =>
  stdin.isTTY && !stdin.readableEnded && isInForeground(stdin);

/**
 * Reads keys while the job is in the foreground of its terminal.
 * @param stop called on Ctrl-D, or when the terminal has been closed
 * @returns releases standard input for further prompts
 */
function onEnter(
  stdin: NodeJS.ReadStream,
  enter: () => void,
  stop: (ending: Interruption['kind']) => void,
): () => void {
  const onData = (chunk: Buffer | string): void => {
    if (/[\r\n]/.test(chunk.toString())) enter();
  };
  leaveGap();
  const onEnd = (): void => stop(endOfInput(stdin));
  const listen = (): void => void (hasKeys(stdin) ? stdin.resume() : stdin.pause());
  stdin.on('data', onData).on('end', onEnd).on('error', onEnd);
  listen();
  const looks = setInterval(listen, foregroundInterval).unref();
  // After bg, a read before the next look would stop the job again.
  process.on('SIGCONT', listen);
  return () => {
    clearInterval(looks);
    process.off('SIGCONT', listen);
    stdin
      .off('data', onData)
      .off('end', onEnd)
      .off('error', onEnd)
      .on('error', () => {})
      .pause();
    // A job that was stopped or in the background doesn't know of a resize.
    rereadWindow();
  };
}
