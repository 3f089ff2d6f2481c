import type { Dispatcher } from 'undici';
import type { HttpAnswer, HttpRequest, SendHttp } from '../context/http.ts';
import { Interruption } from '../errors.ts';
import type { Environment } from '../terminal/environment.ts';
import { accepted, refused } from '../text/result.ts';
import { openConnection } from './connection.ts';
import type { Stage } from './connection-errors.ts';
import { decoded } from './content-decoding.ts';
import { withDeadline } from './deadline.ts';
import { explainHttpError } from './http-problems.ts';
import { lookUpInChild, type NameLookup } from './name-lookup.ts';
import { readProxySettings } from './proxy-settings.ts';

/** The most bytes of a body that are read. */
const largestBody = 1024 * 1024;

/**
 * Creates the HTTP client. Each request uses a separate connection, through the proxy that the environment sets.
 * @throws Failure (usage) for an unusable proxy variable, before anything is sent
 */
export function makeHttp(env: Environment, lookUp: NameLookup = lookUpInChild): SendHttp {
  const proxyFor = readProxySettings(env);
  return async (httpRequest, timeoutSeconds) => {
    const url = new URL(httpRequest.url);
    const proxy = proxyFor(url);
    const userAgent = httpRequest.headers['user-agent'] ?? '';
    let stage: Stage = 'server';
    const onStage = (begun: Stage): void => {
      stage = begun;
    };
    try {
      const answer = await withDeadline(timeoutSeconds, (signal) => {
        const client = openConnection(url.origin, { proxy, userAgent, lookUp, signal, onStage });
        return exchange(httpRequest, url, client);
      });
      return accepted(answer);
    } catch (error) {
      if (error instanceof Interruption) throw error;
      return refused(explainHttpError(error, { proxyVariable: proxy?.variable, stage, timeoutSeconds }));
    }
  };
}

async function exchange(
  { method, headers, body }: HttpRequest,
  url: URL,
  client: Dispatcher,
): Promise<HttpAnswer> {
  const path = `${url.pathname}${url.search}`;
  const answer = await client.request({ origin: url.origin, method, path, headers, body: body ?? null });
  answer.body.on('error', () => {});
  const answerHeaders = headersOf(answer.headers);
  const content = decoded(answer.body, answerHeaders['content-encoding'] ?? '');
  return { status: answer.statusCode, headers: answerHeaders, body: await readBody(content) };
}

/** Fields whose values are joined to one list, RFC 9110 section 5.3. */
const lists: ReadonlySet<string> = new Set(['content-encoding', 'www-authenticate']);

function headersOf(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const one = (name: string, values: readonly string[]): string =>
    lists.has(name) ? values.join(', ') : (values[0] ?? '');
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, one(name, [value ?? []].flat())]),
  );
}

/** Stops reading at the limit, which is counted after decompression. */
async function readBody(bytes: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= largestBody) break;
  }
  return Buffer.concat(chunks).subarray(0, largestBody).toString('utf8');
}
