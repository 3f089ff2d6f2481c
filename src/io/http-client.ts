import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Dispatcher, EnvHttpProxyAgent, request } from 'undici';
import type { HttpAnswer, HttpRequest, SendHttp } from '../context/http.ts';
import { Failure } from '../errors.ts';
import type { Environment } from '../terminal/environment.ts';
import { lookup } from '../text/lookup.ts';
import { accepted, refused } from '../text/result.ts';
import { explainHttpError } from './http-problems.ts';

/** More of a body is not read. */
const largestBody = 1024 * 1024;

/**
 * Makes what sends requests, each on a connection of its own, over the proxy that the environment names.
 * What it makes throws Failure (usage) for a proxy variable that holds no address; its text may hold a password and is not shown.
 */
export function makeHttp(env: Environment): SendHttp {
  const proxies = proxiesOf(env);
  const hasProxy = proxies.httpProxy !== '' || proxies.httpsProxy !== '';
  return async (httpRequest, timeoutSeconds) => {
    const dispatcher = dispatcherFor(proxies);
    try {
      const signal = AbortSignal.timeout(timeoutSeconds * 1000);
      return accepted(await exchange(httpRequest, dispatcher, signal));
    } catch (error) {
      return refused(explainHttpError(error, hasProxy));
    } finally {
      await dispatcher.destroy().catch(() => {});
    }
  };
}

interface Proxies {
  readonly httpProxy: string;
  readonly httpsProxy: string;
  readonly noProxy: string;
}

/** Lower case first, as curl does; an empty lower-case variable must not hide the upper-case one. */
function proxiesOf(env: Environment): Proxies {
  const value = (name: string): string => env[name.toLowerCase()] || env[name] || '';
  return { httpProxy: value('HTTP_PROXY'), httpsProxy: value('HTTPS_PROXY'), noProxy: value('NO_PROXY') };
}

function dispatcherFor(proxies: Proxies): Dispatcher {
  try {
    return new EnvHttpProxyAgent({ ...proxies, connect: { timeout: 0 }, headersTimeout: 0, bodyTimeout: 0 });
  } catch {
    throw new Failure('usage', 'HTTPS_PROXY or HTTP_PROXY is not an address such as http://HOST:PORT.');
  }
}

/** The time-out covers all of it: name, connection, TLS, headers and body. */
async function exchange(
  { method, url, headers, body }: HttpRequest,
  dispatcher: Dispatcher,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const answer = await request(url, { method, headers, body: body ?? null, dispatcher, signal });
  const answerHeaders: Record<string, string> = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, oneValue(name, value)]),
  );
  const content = decoded(answer.body, answerHeaders['content-encoding']);
  return {
    status: answer.statusCode,
    headers: answerHeaders,
    body: await readUpTo(content, largestBody),
  };
}

/** Of several values the first counts; challenges are a list, however many headers it takes (RFC 9110 section 11.6.1). */
function oneValue(name: string, value: string | string[] | undefined): string {
  if (!Array.isArray(value)) return value ?? '';
  return name === 'www-authenticate' ? value.join(', ') : (value[0] ?? '');
}

const decoders: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Nothing compressed is asked for; some servers compress all the same. */
function decoded(body: Readable, encoding: string | undefined): NodeJS.ReadableStream {
  const decoder = lookup(decoders, encoding)?.();
  if (decoder === undefined) return body;
  body.once('error', (error) => (decoder as unknown as Readable).destroy(error));
  return body.pipe(decoder);
}

/** Stops reading at the limit, counted after decompression, whatever is still to come. */
async function readUpTo(stream: NodeJS.ReadableStream, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    length += chunk.length;
    if (length >= limit) break;
  }
  return Buffer.concat(chunks).subarray(0, limit).toString('utf8');
}
