import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer, get } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endingOf, runBin, startBin } from '../support/bin.ts';
import { type Certificate, makeCertificate } from '../support/certificates.ts';
import { sharedFolder } from '../support/folder.ts';
import { always, freePort, type MisbehavingServer, startMisbehaving } from '../support/misbehaving-server.ts';
import { asked, type RawServer, startRaw } from '../support/raw-server.ts';
import { onPosix, testWith } from '../support/requirements.ts';
import { savedSetup } from '../support/saved-setup.ts';
import { verifier as codeVerifier, credentials, sampleSetup } from '../support/setup-fixture.ts';
import { checkNamed } from '../support/verify-fixtures.ts';
import { expectNoSecret } from '../support/verify-run.ts';

const withOpenssl = testWith(['openssl']);

interface Proxy {
  readonly port: number;
  readonly asked: { target: string | undefined; authorization: string | undefined }[];
  readonly close: () => void;
}

/** A proxy for CONNECT that leads to this machine, whatever the host. `credential` is required, if set. */
async function startProxy(credential?: string): Promise<Proxy> {
  const asked: Proxy['asked'] = [];
  const server = createServer();
  server.on('connect', (request, socket) => {
    asked.push({ target: request.url, authorization: request.headers['proxy-authorization'] });
    socket.on('error', () => {});
    const wanted = credential && `Basic ${Buffer.from(credential).toString('base64')}`;
    if (wanted !== undefined && request.headers['proxy-authorization'] !== wanted) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n');
      return;
    }
    const port = Number((request.url ?? '').split(':')[1]);
    const upstream = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, asked, close: () => server.close() };
}

describe('the real program with TLS and proxies', () => {
  let server: MisbehavingServer;
  let certificate: Certificate;
  /** Directly to the server, and by a name that only a proxy can resolve. */
  let file: string;
  let remoteFile: string;

  beforeAll(async () => {
    certificate = makeCertificate();
    server = await startMisbehaving((seen, response) => {
      if (seen.path === '/token')
        always(400, { error: 'invalid_grant' })(seen, response, response.socket as never);
      else response.writeHead(302, { location: '/login' }).end();
    }, certificate);
    const saved = (origin: string): string =>
      savedSetup(
        sampleSetup({ authenticationUrl: `${origin}/authorize`, accessTokenUrl: `${origin}/token` }),
      );
    file = saved(server.origin);
    remoteFile = saved(`https://api.example.test:${server.port}`);
  });
  afterAll(() => server.close());

  const online = async (env: Record<string, string>, path = file) => {
    const ran = await runBin(['verify', path, '--online', '--explain', '-f', 'json'], { env });
    expectNoSecret(ran.stdout + ran.stderr, [codeVerifier, credentials.clientSecret]);
    return { ...ran, checks: ran.stdout === '' ? [] : JSON.parse(ran.stdout).checks };
  };

  withOpenssl('a self-signed certificate is reported, with how to trust it', async () => {
    const ran = await online({});
    const check = checkNamed('online.client', ran.checks);
    expect(check).toMatchObject({ status: 'inconclusive', code: 'tls' });
    expect(check.detail).toContain('self-signed');
    expect(check.fix).toContain('NODE_EXTRA_CA_CERTS');
    expect(ran.code).toBe(4);
    expect((await online({ NODE_EXTRA_CA_CERTS: certificate.path })).code).toBe(0);
  });

  withOpenssl('HTTPS_PROXY is used even if there is an empty lower-case variable', async () => {
    const proxy = await startProxy('user:pa55word-of-proxy');
    const HTTPS_PROXY = `http://user:pa55word-of-proxy@127.0.0.1:${proxy.port}`;
    const ran = await online(
      { NODE_EXTRA_CA_CERTS: certificate.path, HTTPS_PROXY, https_proxy: '' },
      remoteFile,
    );
    proxy.close();
    expect(ran.code).toBe(0);
    expect(proxy.asked).toHaveLength(2);
    expectNoSecret(ran.stdout + ran.stderr, ['pa55word-of-proxy', 'user:pa55word-of-proxy']);
  });

  withOpenssl('NO_PROXY is respected', async () => {
    const proxy = await startProxy();
    const HTTPS_PROXY = `http://127.0.0.1:${proxy.port}`;
    const ran = await online({ NODE_EXTRA_CA_CERTS: certificate.path, HTTPS_PROXY, NO_PROXY: '127.0.0.1' });
    proxy.close();
    expect(ran.code).toBe(0);
    expect(proxy.asked).toEqual([]);
  });

  withOpenssl("407 is explained, and the rejected password isn't printed", async () => {
    const proxy = await startProxy('user:right');
    const ran = await online(
      { HTTPS_PROXY: `http://user:wr0ng-password@127.0.0.1:${proxy.port}` },
      remoteFile,
    );
    proxy.close();
    const check = checkNamed('online.client', ran.checks);
    expect(check).toMatchObject({ status: 'inconclusive', code: 'proxy' });
    expect(check.detail).toContain('407');
    expectNoSecret(ran.stdout + ran.stderr, ['wr0ng-password']);
    expect(ran.code).toBe(4);
  });

  withOpenssl('a proxy that is missing, or has an invalid URL', async () => {
    const gone = await online(
      { HTTPS_PROXY: `http://user:passw0rd@127.0.0.1:${await freePort()}` },
      remoteFile,
    );
    expect(checkNamed('online.client', gone.checks)).toMatchObject({
      status: 'inconclusive',
      code: 'refused',
    });
    expect(checkNamed('online.client', gone.checks).fix).toContain('HTTPS_PROXY');
    const nonsense = await online({ HTTPS_PROXY: 'passw0rd nonsense' });
    expect(nonsense.code).toBe(2);
    expectNoSecret(gone.stdout + gone.stderr + nonsense.stderr, ['passw0rd']);
  });
});

/** A setup whose server does this to each connection. */
async function setupAtRaw(behave: (socket: Socket) => void): Promise<{ file: string; server: RawServer }> {
  const server = await startRaw(behave);
  const origin = `http://127.0.0.1:${server.port}`;
  const urls = { authenticationUrl: `${origin}/authorize`, accessTokenUrl: `${origin}/token` };
  return { file: savedSetup(sampleSetup(urls)), server };
}

const silence = (): void => {};

/** How long an uninterrupted wait lasts: far longer than a test. */
const longest = '3600';

test('a status line of zeros takes no longer than any other response', async () => {
  const { file } = await setupAtRaw(
    asked((socket) => void socket.end('HTTP/1.1 000 X\r\nContent-Length: 0\r\n\r\n')),
  );
  const watch = "process.on('exit', () => console.error('seconds', process.cpuUsage().user / 1e6))";
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(watch)}` };
  const { code, stdout, stderr } = await runBin(['verify', file, '--online'], { env });
  expect(code).toBe(4);
  expect(stdout).toContain('not-http');
  expect(Number(/^seconds (.*)/m.exec(stderr)?.[1])).toBeLessThan(3);
});

describe('proxy settings', () => {
  test.each([
    ['socks5://127.0.0.1:9', '--online'],
    ['socks://u:passw0rd@h', '--login'],
    ['passw0rd nonsense', '--online --login'],
    ['ftp://proxy', '--login'],
    ['"http://proxy:1"', '--online'],
  ])('%s with %s: exit 2 with a message before anything is sent or opened', async (text, flags) => {
    const { file, server } = await setupAtRaw(silence);
    const words = flags.split(' ');
    if (words.includes('--login')) words.push('--loopback', `http://127.0.0.1:${await freePort()}/callback`);
    const browser = join(sharedFolder(), 'browser');
    const env = { HTTPS_PROXY: text, BROWSER: `touch ${browser}` };
    const ran = await runBin(['verify', file, ...words], { env });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/^Error: HTTPS_PROXY [\s\S]*\n {2}\S[\s\S]*\n$/);
    expect(ran.stderr).not.toMatch(/passw0rd|Experimental|Waiting/);
    expect(existsSync(browser)).toBe(false);
    expect(server.connections).toEqual([]);
  });

  test('a user name without a password reaches the proxy, and a proxy without a scheme is http', async () => {
    const proxy = await startProxy();
    const file = savedSetup(sampleSetup());
    for (const http_proxy of [
      `http://t0ken-of-proxy@127.0.0.1:${proxy.port}`,
      `t0ken-of-proxy:@127.0.0.1:${proxy.port}`,
    ])
      await runBin(['verify', file, '--online', '--timeout', '1'], { env: { http_proxy } });
    proxy.close();
    const authorization = `Basic ${Buffer.from('t0ken-of-proxy:').toString('base64')}`;
    expect(proxy.asked).toEqual(Array(4).fill({ target: 'api.zoominfo.com:443', authorization }));
  });

  test('requests to this machine never use a proxy', async () => {
    const proxy = await startRaw(silence);
    const { file, server } = await setupAtRaw(asked((socket) => void socket.end('HTTP/1.1 400 Bad\r\n\r\n')));
    const env = Object.fromEntries(
      ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy'].map((name) => [
        name,
        `http://127.0.0.1:${proxy.port}`,
      ]),
    );
    await runBin(['verify', file, '--online'], { env });
    expect(server.received()).toContain('code_verifier');
    expect(proxy.connections).toEqual([]);
  });
});

describe('a wait', () => {
  test('ends on timeout, and the program exits', async () => {
    const { file, server } = await setupAtRaw(silence);
    const ran = await runBin(['verify', file, '--online', '--timeout', '1', '-f', 'json']);
    expect(ran.code).toBe(4);
    expect(JSON.parse(ran.stdout).verdict).toBe('inconclusive');
    expect(server.connections).toHaveLength(2);
  });

  test('is announced on standard error, or logged with --explain', async () => {
    const { file, server } = await setupAtRaw(asked((socket) => void socket.end('HTTP/1.1 400 Bad\r\n\r\n')));
    const ran = await runBin(['verify', file, '--online', '-f', 'json']);
    expect(ran.stderr.match(new RegExp(`^Contacting 127\\.0\\.0\\.1:${server.port}: .`, 'gm'))).toHaveLength(
      3,
    );
    expect(() => JSON.parse(ran.stdout)).not.toThrow();
    const explained = await runBin(['verify', file, '--online', '--explain']);
    expect(explained.stderr).not.toContain('Contacting');
    expect((await runBin(['verify', file])).stderr).not.toContain('Contacting');
  });

  testWith(['gcc'])('for a lookup that hangs ends on timeout and on a signal', async () => {
    const folder = sharedFolder();
    const [source, library] = [join(folder, 'hang.c'), join(folder, 'hang.so')];
    writeFileSync(source, '#include <unistd.h>\nint getaddrinfo(void) { sleep(600); return -3; }\n');
    execFileSync('gcc', ['-shared', '-fPIC', '-o', library, source]);
    // LD_PRELOAD has no way to quote a space.
    const env = { LD_PRELOAD: 'hang.so', LD_LIBRARY_PATH: folder };
    const args = ['verify', savedSetup(sampleSetup()), '--online', '--timeout'];
    const ran = await runBin([...args, '1', '-f', 'json'], { env });
    expect(checkNamed('online.client', JSON.parse(ran.stdout).checks).code).toBe('timeout');
    expect(ran.code).toBe(4);
    const stopped = await runBin([...args, longest], { env, signal: ['Contacting', 'SIGINT'] });
    expect(stopped.code).toBe(130);
  });
});

describe('certificates', () => {
  const over = async (certificate: Certificate, env: Record<string, string> = {}) => {
    const server = await startMisbehaving(always(400, { error: 'invalid_grant' }), certificate);
    const urls = {
      authenticationUrl: `${server.origin}/authorize`,
      accessTokenUrl: `${server.origin}/token`,
    };
    const ran = await runBin(['verify', savedSetup(sampleSetup(urls)), '--online', '-f', 'json'], { env });
    await server.close();
    return { ...ran, check: checkNamed('online.client', JSON.parse(ran.stdout).checks) };
  };
  const authority = () => makeCertificate({ subject: '/CN=Inspection Root', hosts: 'DNS:root' });

  withOpenssl('of a network that inspects TLS: reported, and trusted after the fix', async () => {
    const issuer = authority();
    const certificate = makeCertificate({ issuer });
    const { check, code } = await over(certificate);
    expect(code).toBe(4);
    expect(check).toMatchObject({ status: 'inconclusive', code: 'tls' });
    expect(check.detail).toContain('Issued by "Inspection Root"');
    expect(check.fix).toMatch(/NODE_EXTRA_CA_CERTS=.*NODE_OPTIONS=--use-system-ca/);
    expect((await over(certificate, { NODE_EXTRA_CA_CERTS: issuer.path })).check.status).toBe('pass');
  });

  withOpenssl('expired, or for another host', async () => {
    const issuer = authority();
    const env = { NODE_EXTRA_CA_CERTS: issuer.path };
    const expired = await over(makeCertificate({ issuer, days: -1 }), env);
    expect(expired.check).toMatchObject({ code: 'tls', detail: expect.stringMatching(/expired/) });
    const other = await over(makeCertificate({ issuer, hosts: 'DNS:other.example' }), env);
    expect(other.check).toMatchObject({ code: 'tls', detail: expect.stringMatching(/another host/) });
    expect([expired.check.fix, other.check.fix].join()).not.toContain('NODE_EXTRA_CA_CERTS');
  });

  const names = {
    'escape sequences': 'Ro\u001b[31mot\u0007',
    'a bidirectional control': 'Ro\u202eot',
    'a CI log command': 'Root\u2028::set-output name=x',
    'our secret': credentials.clientSecret.replace(/[+/\\]/g, '\\$&'),
    'much text': 'Root '.repeat(12),
  };
  withOpenssl.each(Object.entries(names))('whose issuer contains %s', async (_, name) => {
    const { stdout, stderr } = await over(makeCertificate({ subject: `/CN=${name}` }));
    expect(stdout + stderr).not.toMatch(/[\u001b\u0007\u202e\u2028]|\\u001b|^::/m);
    expectNoSecret(stdout + stderr, [credentials.clientSecret]);
  });
});

describe('a signal', () => {
  const signals = [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const;

  onPosix.each(signals)(
    '%s while it waits for a server or a proxy: exits with %d immediately',
    async (signal, exitCode) => {
      const { file } = await setupAtRaw(silence);
      const proxy = await startRaw(silence);
      const HTTPS_PROXY = `http://127.0.0.1:${proxy.port}`;
      for (const [path, env] of [
        [file, {}],
        [savedSetup(sampleSetup()), { HTTPS_PROXY }],
      ] as const) {
        const ran = await runBin(['verify', path, '--online', '--timeout', longest], {
          env,
          signal: ['Contacting', signal],
        });
        expect(ran.code).toBe(exitCode);
        // The offline results were shown before the wait; the verdict wasn't.
        expect(ran.stdout).toContain('Client Secret');
        expect(ran.stdout).not.toMatch(/Authorization request|passed\.|failed\./);
        expect(ran.stderr).not.toContain('    at ');
      }
    },
  );

  onPosix.each(signals)(
    '%s while it waits for tokens: exits with %d and closes the listener',
    async (signal, exitCode) => {
      const { file } = await setupAtRaw(silence);
      const port = await freePort();
      const loopback = `http://127.0.0.1:${port}/callback`;
      const child = startBin([
        'verify',
        file,
        '--login',
        '--no-open',
        '--timeout',
        longest,
        '--loopback',
        loopback,
      ]);
      const ended = endingOf(child);
      let said = '';
      child.stderr?.on('data', (chunk) => {
        const before = said;
        said += chunk;
        const has = (words: string): boolean => said.includes(words) && !before.includes(words);
        const state = /[?&]state=([\w-]+)/.exec(said)?.[1];
        if (has('Waiting for the browser')) void visit(port, `/callback?code=abcdefgh&state=${state}`);
        if (has('Contacting')) child.kill(signal);
      });
      expect((await ended).code).toBe(exitCode);
    },
  );

  onPosix.each(signals)(
    '%s while it waits for the browser: exits with %d and frees the port immediately',
    async (signal, exitCode) => {
      const port = await freePort();
      const ran = await runBin(
        [
          'verify',
          savedSetup(sampleSetup()),
          '--login',
          '--no-open',
          '--loopback',
          `http://localhost:${port}/callback`,
        ],
        {
          signal: ['Waiting for the browser', signal],
        },
      );
      expect(ran.code).toBe(exitCode);
      expect(ran.stderr).not.toContain('    at ');
      const again = createServer();
      await new Promise<void>((resolve, reject) => {
        again.once('error', reject).listen(port, '127.0.0.1', resolve);
      });
      again.close();
    },
  );
});

/** A browser that returns; the response may never arrive. */
function visit(port: number, path: string): void {
  get({ port, host: '127.0.0.1', path }).on('error', () => {});
}
