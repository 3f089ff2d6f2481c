import { execFile } from 'node:child_process';
import { request } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Page, RefusedVisitor } from '../../src/context/page.ts';
import { servePage } from '../../src/io/page-server.ts';
import { userOfPeer } from '../../src/io/peer-user.ts';
import { makeVisitorGuard, type PeerUser } from '../../src/io/visitor-guard.ts';
import { idleInput } from '../support/idle-input.ts';

const page: Page = { html: '<p>a secret page</p>', contentPolicy: "default-src 'none'" };
const nobody = 65_534;

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
  readonly cookie: string | undefined;
}

function ask(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(url, { method, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode, body, cookie: response.headers['set-cookie']?.[0] }),
      );
    })
      .once('error', reject)
      .end();
  });
}

/** A served page, and the visitors that were denied. */
async function serving(userOf?: PeerUser, self?: number) {
  const stdin = idleInput();
  const refused: RefusedVisitor[] = [];
  const guardFor = userOf && ((path: string) => makeVisitorGuard(path, userOf, self));
  const options = { onRefused: (visitor: RefusedVisitor) => void refused.push(visitor) };
  const served = await servePage(page, options, stdin, 60_000, guardFor);
  onTestFinished(async () => {
    stdin.push('\n');
    await served.closed;
  });
  return { ...served, refused };
}

const refusal = (status: number) => ({
  status,
  body: expect.not.stringContaining(page.html),
  cookie: undefined,
});

/** Only root can act as another user. */
const asRoot = test.runIf(process.getuid?.() === 0);

describe.runIf(process.platform === 'linux')('on Linux', () => {
  test('the tables show the user of an open connection, but not of a closed one', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const accepted = new Promise<import('node:net').Socket>((resolve) => server.once('connection', resolve));
    const client = connect({ port, host: '127.0.0.1', localAddress: '127.0.0.3' });
    const socket = await accepted;
    expect(userOfPeer(socket)).toBe(process.getuid?.());
    expect(userOfPeer({ remoteAddress: '127.0.0.1', remotePort: 1, localPort: 1 })).toBeUndefined();
    client.destroy();
    await new Promise((resolve) => socket.once('close', resolve).resume());
    expect([undefined, 'closed']).toContain(userOfPeer(socket));
  });

  asRoot("another user gets nothing, is reported once, and doesn't block the first one", async () => {
    const { url, refused } = await serving();
    const program = `fetch(${JSON.stringify(url)}).then(async (a) => console.log(a.status, await a.text()))`;
    const fetchAs = (uid: number) =>
      promisify(execFile)(process.execPath, ['-e', program], { uid, gid: uid, cwd: '/' });
    for (const _ of [1, 2]) {
      const { stdout } = await fetchAs(nobody);
      expect(stdout).toMatch(/^403 /);
      expect(stdout).not.toContain(page.html);
    }
    expect(refused).toEqual(['other-user']);
    expect((await fetchAs(0)).stdout).toContain(`200 ${page.html}`);
    expect(await ask(url)).toMatchObject({ status: 200, body: page.html, cookie: undefined });
  });

  test.each<[who: string, user: ReturnType<PeerUser>, isServed: boolean]>([
    ['the same user', 1000, true],
    ['root', 0, true],
    ['another user', 1001, false],
    ['a user outside of the namespace', nobody, false],
    ['a socket that its process has closed', 'closed', false],
  ])('%s: served %s', async (_who, user, isServed) => {
    const { url, refused } = await serving(() => user, 1000);
    for (const _ of [1, 2]) expect((await ask(url)).status).toBe(isServed ? 200 : 403);
    expect(refused).toHaveLength(isServed ? 0 : 1);
  });
});

describe('the tables of sockets', () => {
  const table = (...lines: string[]): string => ['  sl  local_address …', ...lines].join('\n');
  const line = (from: string, to: string, uid: number, inode: number): string =>
    `   1: ${from} ${to} 01 00000000:00000000 00:00000000 00000000 ${uid} 0 ${inode} 1 0000 20 0 0 10 -1`;
  const peer = { remoteAddress: '127.0.0.1', remotePort: 0xb874, localPort: 0x1f90 };

  test.each<[what: string, tcp: string, tcp6: string, user: ReturnType<PeerUser>]>([
    ['IPv4', table(line('0100007F:B874', '0100007F:1F90', 7, 9)), '', 7],
    ['IPv4, the other byte order', table(line('7F000001:B874', '7F000001:1F90', 7, 9)), '', 7],
    [
      'IPv4 in IPv6',
      table(),
      table(line('0000000000000000FFFF00000100007F:B874', '0000000000000000FFFF00000100007F:1F90', 8, 9)),
      8,
    ],
    ['our own end of it', table(line('0100007F:1F90', '0100007F:B874', 0, 9)), '', undefined],
    ['another port', table(line('0100007F:B875', '0100007F:1F90', 0, 9)), '', undefined],
    ['another server', table(line('0100007F:B874', '0100007F:1F91', 0, 9)), '', undefined],
    ['an IP address of another machine', table(line('0200000A:B874', '0100007F:1F90', 0, 9)), '', undefined],
    ['a closed socket', table(line('0100007F:B874', '0100007F:1F90', 0, 0)), '', 'closed'],
    ['no tables', '', '', undefined],
  ])('%s', (_what, tcp, tcp6, user) => {
    expect(userOfPeer(peer, (path) => (path === '/proc/net/tcp' ? tcp : tcp6))).toBe(user);
  });

  test.each(['127.0.0.2', '::ffff:127.0.0.2'])('a peer from %s', (remoteAddress) => {
    const tcp = table(
      line('0100007F:B874', '0100007F:1F90', 7, 9),
      line('0200007F:B874', '0100007F:1F90', 8, 9),
    );
    expect(userOfPeer({ ...peer, remoteAddress }, (path) => (path === '/proc/net/tcp' ? tcp : ''))).toBe(8);
  });
});

describe('if the user is unknown', () => {
  test('the first visitor gets a cookie and is served again; another one is denied and reported', async () => {
    const { url, refused } = await serving(() => undefined, 1000);
    const { pathname } = new URL(url);
    const first = await ask(url);
    expect(first).toMatchObject({ status: 200, body: page.html });
    expect(first.cookie).toMatch(
      new RegExp(`^sheet-[0-9a-f]{18}=[\\w-]{32}; HttpOnly; SameSite=Strict; Path=${pathname}$`),
    );
    const [cookie = ''] = first.cookie?.split(';') ?? [];
    for (const headers of [{ cookie }, { cookie: `a=b; ${cookie}; c=d` }])
      expect(await ask(url, headers)).toEqual({ status: 200, body: page.html, cookie: undefined });
    const [name] = cookie.split('=');
    for (const headers of [
      {},
      { cookie: `${name}=` },
      { cookie: `${name}=x` },
      { cookie: `x${cookie}` },
    ] as const)
      expect(await ask(url, headers)).toEqual(refusal(403));
    expect(refused).toEqual(['second-browser']);
    expect((await ask(url, { cookie })).status).toBe(200);
  });

  test("HEAD, a prefetch, another path, and another Host don't count as the first visit", async () => {
    const { url, refused } = await serving(() => undefined, 1000);
    expect(await ask(url, {}, 'HEAD')).toEqual({ status: 200, body: '', cookie: undefined });
    for (const headers of [
      { 'Sec-Purpose': 'prefetch;prerender' },
      { Purpose: 'prefetch' },
      { 'X-Moz': 'prefetch' },
      { 'X-Purpose': 'preview' },
    ] as Record<string, string>[])
      expect(await ask(url, headers)).toEqual(refusal(503));
    expect((await ask(`${url}x`)).status).toBe(404);
    expect((await ask(url, { Host: 'evil.example' })).status).toBe(421);
    expect(await ask(url)).toMatchObject({ status: 200, cookie: expect.any(String) });
    expect(await ask(url, {}, 'HEAD')).toEqual(refusal(403));
    expect(refused).toEqual(['second-browser']);
  });

  test('each page has its own cookie', async () => {
    const pages = [await serving(() => undefined, 1000), await serving(() => undefined, 1000)];
    const cookies = await Promise.all(pages.map(async ({ url }) => (await ask(url)).cookie?.split('=')[0]));
    expect(new Set(cookies).size).toBe(2);
  });
});
