import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../support/misbehaving-server.ts';
import { signIn, startOauthServer } from '../../support/oauth-server.ts';
import { runVerifyHere } from '../../support/verify-run.ts';

const junkRequests = 2000;
const atOnce = 50;

/** What another program or web page could send, and what it gets. */
const junk = [
  { path: '/', status: 404 },
  { path: '/favicon.ico', status: 404 },
  { path: '//evil.example/callback', status: 404 },
  { path: '/callback/../callback', status: 404 },
  { path: `/${'a'.repeat(4000)}`, status: 404 },
  { path: '/callback?code=x&state=x', method: 'POST', status: 405 },
  { path: '/callback?code=x&state=x', method: 'OPTIONS', status: 405 },
  { path: '/callback?code=x&state=x', host: 'evil.example', status: 421 },
  { path: '/callback?code=x&state=x', status: 400 },
  { path: '/callback?error=access_denied', status: 400 },
  { path: '/callback', status: 400 },
] as const;

type Junk = (typeof junk)[number] & { readonly method?: string; readonly host?: string };

function statusOf(
  origin: string,
  { path, method = 'GET', host = new URL(origin).host }: Junk,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const sent = request({ hostname, port, path, method, headers: { host }, agent: false }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    });
    sent.once('error', reject).end();
  });
}

/** Each sender sends its next request as soon as the previous one has a response. */
async function sendJunk(origin: string): Promise<string[]> {
  const surprises: string[] = [];
  let sent = 0;
  const send = async (): Promise<void> => {
    while (sent < junkRequests) {
      const one: Junk = junk[sent % junk.length] ?? junk[0];
      sent += 1;
      const status = await statusOf(origin, one);
      if (status !== one.status) surprises.push(`${one.method ?? 'GET'} ${one.path}: ${status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, send));
  expect(sent).toBe(junkRequests);
  return surprises;
}

/** Connections that send nothing, or never finish a request. */
const beginnings = [
  '',
  'G',
  'GET /callback?code=',
  'GET /callback HTTP/1.1\r\nHost: ',
  'POST / HTTP/1.1\r\n',
];

function holdOpen(origin: string, count: number): Promise<Socket[]> {
  const { hostname, port } = new URL(origin);
  const opened = Array.from({ length: count }, (_, index) => {
    const socket = connect(Number(port), hostname).on('error', () => {});
    const beginning = beginnings[index % beginnings.length] ?? '';
    return new Promise<Socket>((resolve) => {
      socket.once('connect', () => {
        if (beginning !== '') socket.write(beginning);
        resolve(socket);
      });
    });
  });
  return Promise.all(opened);
}

test('a login succeeds despite junk and half-open connections, and closes them', async () => {
  const origin = `http://127.0.0.1:${await freePort()}`;
  const loopback = `${origin}/callback`;
  const server = await startOauthServer({ redirectUris: [loopback] });
  onTestFinished(() => server.close());
  let held: Socket[] = [];
  let visiting: Promise<string[]> | undefined;
  const visit = async (address: string): Promise<string[]> => {
    held = await holdOpen(origin, 50);
    const surprises = sendJunk(origin);
    const back = await signIn(address, loopback);
    const early = await surprises;
    const answer = await fetch(back, { redirect: 'manual' });
    const page = await fetch(new URL(answer.headers.get('location') ?? '', loopback));
    expect([answer.status, page.status]).toEqual([303, 200]);
    return early;
  };
  const ran = await runVerifyHere({
    setup: server.setup(true),
    secrets: () => server.secrets,
    flags: ['--login', '--loopback', loopback, '--login-timeout', '100'],
    browser: async (address) => {
      visiting = visit(address);
      return true;
    },
  });
  expect(await visiting).toEqual([]);
  expect([ran.exitCode, ran.verdict]).toEqual([0, 'pass']);
  expect(held).toHaveLength(50);
  await expect.poll(() => held.every(({ destroyed }) => destroyed)).toBe(true);
  await expect(fetch(origin)).rejects.toThrow();
});
