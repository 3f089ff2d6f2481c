import { request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import type { Listener } from '../../src/context/listener.ts';
import { listen } from '../../src/io/callback-listener.ts';
import { freePort } from '../support/misbehaving-server.ts';

const page = { html: '<p>the verdict</p>', contentPolicy: "default-src 'none'" };

interface Answer {
  readonly status: number;
  readonly location: string;
  readonly body: string;
}

function visit(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '', body }),
      );
    });
    sent.once('error', reject).end();
  });
}

/** A listener that waits for `state=ours`. */
async function listening(): Promise<{ uri: string; listener: Listener }> {
  const uri = `http://127.0.0.1:${await freePort()}/callback`;
  const listened = await listen(uri, (parameters) => parameters.get('state') === 'ours', 20);
  if (!listened.ok) throw new Error(listened.problem.detail);
  onTestFinished(() => listened.value.close());
  return { uri, listener: listened.value };
}

const answer = '?code=c&state=ours';

const prefetches = [
  { 'sec-purpose': 'prefetch' },
  { 'Sec-Purpose': 'prefetch;prerender' },
  { 'sec-purpose': 'prefetch;anonymous-client-ip' },
  { purpose: 'prefetch' },
  { Purpose: 'Prefetch' },
  { purpose: 'preview' },
  { 'x-purpose': 'preview' },
  { 'x-moz': 'prefetch' },
];

test.each(prefetches)("%j isn't the callback, but the next visit is", async (headers) => {
  const { uri, listener } = await listening();
  expect(await visit(uri + answer, headers as Record<string, string>)).toMatchObject({ status: 503 });
  const visiting = visit(`${uri}?code=real&state=ours`);
  expect((await listener.callback)?.get('code')).toBe('real');
  const finished = listener.finish(page);
  const { status, location } = await visiting;
  expect(status).toBe(303);
  expect((await visit(new URL(location, uri).href)).body).toContain('the verdict');
  await finished;
});

test('another purpose counts as a visit', async () => {
  const { uri, listener } = await listening();
  visit(uri + answer, { 'sec-purpose': 'none', 'sec-fetch-dest': 'document' }).catch(() => {});
  expect((await listener.callback)?.get('code')).toBe('c');
});

test('the same callback again, before and after the verdict, is redirected to the same page', async () => {
  const { uri, listener } = await listening();
  const first = visit(uri + answer);
  await listener.callback;
  const second = visit(uri + answer);
  const other = await visit(`${uri}?code=other&state=ours`);
  expect(other.status).toBe(400);
  const finished = listener.finish(page);
  const third = visit(uri + answer);
  const led = await Promise.all([first, second, third]);
  expect(led.map(({ status }) => status)).toEqual([303, 303, 303]);
  const [location = ''] = new Set(led.map((each) => each.location));
  const shown = [];
  for (const each of led) shown.push(await visit(new URL(each.location || location, uri).href));
  expect(shown.map(({ status, body }) => [status, body])).toEqual(led.map(() => [200, page.html]));
  await finished;
  await expect(visit(new URL(location, uri).href)).rejects.toThrow('ECONNREFUSED');
});

test('a browser that reloads while it waits is redirected once', async () => {
  const { uri, listener } = await listening();
  const sent = request(uri + answer, { agent: false }).on('error', () => {});
  sent.end();
  await listener.callback;
  sent.destroy();
  const again = visit(uri + answer);
  const stray = await visit(`${uri}?code=c&state=wrong`);
  expect(stray.status).toBe(400);
  const finished = listener.finish(page);
  const { location } = await again;
  expect((await visit(new URL(location, uri).href)).status).toBe(200);
  await finished;
  await expect(visit(uri)).rejects.toThrow('ECONNREFUSED');
});
