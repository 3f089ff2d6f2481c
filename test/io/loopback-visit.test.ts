import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { makeVisit } from '../../src/io/callback-visit.ts';

test('the last page is served once, and never to another Host or method', async () => {
  const server = createServer((request, response) => visit.handle(request, response));
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const visit = makeVisit(new URL(`${origin}/callback`), () => true);
  const waiting = fetch(`${origin}/callback?code=x`, { redirect: 'manual' });
  expect((await visit.callback).get('code')).toBe('x');
  const left = visit.lead({ html: '<p>done</p>', contentPolicy: "default-src 'none'" });
  const page = new URL((await waiting).headers.get('location') ?? '', origin);
  expect((await fetch(page, { method: 'POST' })).status).toBe(405);
  const first = await fetch(page);
  expect([first.status, await first.text()]).toEqual([200, '<p>done</p>']);
  await left;
  expect((await fetch(page)).status).toBe(404);
});
