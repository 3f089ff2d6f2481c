import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page, PageEnd, ServedPage, ServeOptions } from '../context/page.ts';
import { Interruption } from '../errors.ts';
import { headersFor } from './page-headers.ts';
import { onSignal } from './signals.ts';

const loopback = '127.0.0.1';

/** Minutes in which nobody may ask for the page before it goes away. */
const idleMinutes = 10;

/**
 * Serves one page on a loopback address until Enter, Ctrl-C or a long silence. Whoever guesses the port finds
 * nothing without the path, and a foreign site that points its name here (DNS rebinding) has the wrong Host.
 */
export async function servePage(
  page: Page,
  { enterEnds }: ServeOptions,
  stdin: NodeJS.ReadStream,
  idle = idleMinutes * 60_000,
): Promise<ServedPage> {
  const path = `/${randomBytes(24).toString('base64url')}`;
  const server = createServer();
  const { port } = await listen(server);
  const closed = new Promise<PageEnd>((resolve, reject) => {
    const end = (finish: () => void): void => {
      clearTimeout(timer);
      releaseSignals();
      releaseEnter();
      server.close();
      server.closeAllConnections();
      finish();
    };
    const timer = setTimeout(() => end(() => resolve('idle')), idle);
    const releaseSignals = onSignal((ending) =>
      end(() => (ending === 'interrupted' ? resolve('ended') : reject(new Interruption(ending)))),
    );
    const releaseEnter = enterEnds ? onEnter(stdin, () => end(() => resolve('ended'))) : () => {};
    server.on('request', (request, response) => {
      const status = judge(request, `${loopback}:${port}`, path);
      if (status === 200) timer.refresh();
      answer(request, response, status, page);
    });
  });
  return { url: `http://${loopback}:${port}${path}`, port, idleMinutes, closed };
}

async function listen(server: Server): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, loopback, resolve);
  });
  return server.address() as AddressInfo;
}

function judge({ headers, method = '', url }: IncomingMessage, host: string, path: string): number {
  if (headers.host !== host) return 421;
  if (url !== path) return 404;
  return method === 'GET' || method === 'HEAD' ? 200 : 405;
}

/** Reflects nothing of the request. */
function answer(
  { method }: IncomingMessage,
  response: ServerResponse,
  status: number,
  { html, contentPolicy }: Page,
): void {
  const body = status === 200 ? html : '';
  response.writeHead(status, {
    ...headersFor('html', status === 200 ? contentPolicy : undefined),
    'Content-Length': Buffer.byteLength(body),
    ...(status === 405 ? { Allow: 'GET, HEAD' } : {}),
  });
  response.end(method === 'HEAD' ? undefined : body);
}

/**
 * At a terminal Ctrl-D ends as well; the end of a pipe says only that nobody will press Enter.
 * Behind it a terminal is free for further questions, and an open pipe keeps the process from ending no longer.
 */
function onEnter(stdin: NodeJS.ReadStream, listener: () => void): () => void {
  const onData = (chunk: Buffer | string): void => {
    if (/[\r\n]/.test(chunk.toString())) listener();
  };
  const onEnd = (): void => {
    if (stdin.isTTY) listener();
  };
  stdin.on('data', onData).on('end', onEnd).resume();
  return () => {
    stdin.off('data', onData).off('end', onEnd).pause();
    if (!stdin.isTTY) stdin.unref?.();
  };
}
