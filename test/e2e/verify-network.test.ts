import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { runBin } from '../support/bin.ts';
import { type Certificate, makeCertificate } from '../support/certificates.ts';
import { always, freePort, type MisbehavingServer, startMisbehaving } from '../support/misbehaving-server.ts';
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

/** A proxy for CONNECT to this machine, whatever the host; it wants a user name and password, where `credential` says so. */
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

describe('the real program behind TLS and proxies', () => {
  let server: MisbehavingServer;
  let certificate: Certificate;
  /** Straight to the server, and by a name that only a proxy knows the way to. */
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

  withOpenssl('a self-signed certificate is named, with the way to trust it', async () => {
    const ran = await online({});
    const check = checkNamed('online.client', ran.checks);
    expect(check).toMatchObject({ status: 'inconclusive', code: 'tls' });
    expect(check.detail).toContain('self-signed');
    expect(check.fix).toContain('NODE_EXTRA_CA_CERTS');
    expect(ran.code).toBe(4);
    expect((await online({ NODE_EXTRA_CA_CERTS: certificate.path })).code).toBe(0);
  });

  withOpenssl('HTTPS_PROXY is used, also when an empty lower-case variable stands beside it', async () => {
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

  withOpenssl('NO_PROXY is obeyed', async () => {
    const proxy = await startProxy();
    const HTTPS_PROXY = `http://127.0.0.1:${proxy.port}`;
    const ran = await online({ NODE_EXTRA_CA_CERTS: certificate.path, HTTPS_PROXY, NO_PROXY: '127.0.0.1' });
    proxy.close();
    expect(ran.code).toBe(0);
    expect(proxy.asked).toEqual([]);
  });

  withOpenssl('407 is explained, and the refused password is not printed', async () => {
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

  withOpenssl('a proxy that is not there; one that is no address', async () => {
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

describe('a signal', () => {
  onPosix.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    '%s while it waits for the browser: exit %d, the port free at once',
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
