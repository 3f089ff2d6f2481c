import { expect, onTestFinished, test } from 'vitest';
import { makeCallbackVisit } from '../../src/io/callback-visit.ts';
import { serveLoopback } from '../../src/io/loopback-server.ts';

test('the last page is served once, and never to another Host or method', async () => {
  const visit = makeCallbackVisit('/callback', () => true);
  const served = await serveLoopback('127.0.0.1', 0, visit.route);
  if (!served.ok) throw new Error(served.problem.detail);
  onTestFinished(served.value.close);
  const origin = `http://127.0.0.1:${served.value.port}`;
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
