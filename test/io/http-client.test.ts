import type { Socket } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { HttpOutcome } from '../../src/context/http.ts';
import { Interruption } from '../../src/errors.ts';
import { openConnection } from '../../src/io/connection.ts';
import { makeHttp } from '../../src/io/http-client.ts';
import { handleSignals, untilSignal } from '../../src/io/signals.ts';
import { type Certificate, makeCertificate } from '../support/certificates.ts';
import { asked, type RawServer, repeat, startRaw } from '../support/raw-server.ts';
import { testWith } from '../support/requirements.ts';

const seconds = 1;

/** How late a request may time out: a busy machine is slow, but a missed timeout takes minutes. */
const patience = 8000;

interface Sent {
  readonly outcome: HttpOutcome;
  readonly milliseconds: number;
}

async function get(url: string, env: Record<string, string> = {}): Promise<Sent> {
  const start = Date.now();
  const request = { method: 'GET', url, headers: { 'user-agent': 'test' } } as const;
  const outcome = await makeHttp(env)(request, seconds);
  return { outcome, milliseconds: Date.now() - start };
}

const silence = (): void => {};
const say = (text: string) => (socket: Socket) => void socket.write(text);
const sayAndClose = (text: string) => (socket: Socket) => void socket.end(text);
const close = (socket: Socket): void => void socket.end();
const reset = (socket: Socket): void => void socket.resetAndDestroy();
const second = 1000;
const ok = 'HTTP/1.1 200 OK\r\n';

type Case = readonly [name: string, behave: (socket: Socket) => void, codes: readonly string[]];

/** Where a peer can stop, trickle, or close, from the first byte of its response to the last. */
const answers: readonly Case[] = [
  ['accepts and is silent', silence, ['timeout']],
  ['closes at once', close, ['reset']],
  ['resets at once', reset, ['reset']],
  ['closes when asked', asked(close), ['reset']],
  ['resets when asked', asked(reset), ['reset']],
  ['half a status line, then silence', asked(say('HTTP/1.')), ['timeout']],
  ['half a status line, then close', asked(sayAndClose('HTTP/1.')), ['reset']],
  ['half a head, then silence', asked(say(`${ok}content-le`)), ['timeout']],
  ['half a head, then close', asked(sayAndClose(`${ok}content-le`)), ['reset']],
  ['a byte of the head each second', asked(repeat('a', second, `${ok}x: `)), ['timeout']],
  ['an endless head, slowly', asked(repeat('x: 1\r\n', 50, ok)), ['timeout']],
  ['an endless head, fast', asked(repeat(`x: ${'1'.repeat(4000)}\r\n`, 1, ok)), ['not-http', 'timeout']],
  [
    'endless interim responses',
    asked(repeat('HTTP/1.1 100 Continue\r\n\r\n', 20)),
    ['timeout', 'reset', 'not-http'],
  ],
  ['another protocol', asked(sayAndClose('SSH-2.0-OpenSSH\r\n')), ['not-http']],
  ['another protocol, immediately', say('220 mail.example ESMTP\r\n'), ['not-http', 'reset']],
  [
    'an unrequested upgrade',
    asked(say('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n')),
    ['not-http', 'reset'],
  ],
];

const bodies: readonly Case[] = [
  ['half a body, then silence', asked(say(`${ok}content-length: 9\r\n\r\nhalf`)), ['timeout']],
  ['half a body, then close', asked(sayAndClose(`${ok}content-length: 9\r\n\r\nhalf`)), ['reset']],
  [
    'half a chunk, then close',
    asked(sayAndClose(`${ok}transfer-encoding: chunked\r\n\r\n9\r\nhalf`)),
    ['reset'],
  ],
  ['an invalid chunk', asked(sayAndClose(`${ok}transfer-encoding: chunked\r\n\r\nZZ\r\nhalf`)), ['not-http']],
  ['a byte each second', asked(repeat('x', second, `${ok}content-length: 99\r\n\r\n`)), ['timeout']],
  [
    'endless chunks, slowly',
    asked(repeat('1\r\nx\r\n', 20, `${ok}transfer-encoding: chunked\r\n\r\n`)),
    ['timeout'],
  ],
  ['no length, open forever', asked(say(`${ok}\r\nbody`)), ['timeout']],
];

/** The request times out as requested, each failure has its code, nothing is retried, and no connection remains. */
async function expectEnded(
  { outcome, milliseconds }: Sent,
  server: RawServer,
  codes: readonly string[],
): Promise<void> {
  expect(milliseconds).toBeLessThan(seconds * 1000 + patience);
  expect(outcome.ok ? 'an answer' : outcome.problem.code, JSON.stringify(outcome)).toBeOneOf([...codes]);
  expect(server.connections.length).toBe(1);
  await expect
    .poll(() => server.connections.every((socket) => socket.destroyed || socket.readableEnded), {
      timeout: patience,
    })
    .toBe(true);
}

describe.concurrent('a server', () => {
  for (const [name, behave, codes] of [...answers, ...bodies]) {
    test(name, async () => {
      const server = await startRaw(behave);
      await expectEnded(await get(`http://127.0.0.1:${server.port}/`), server, codes);
    });
  }
});

describe.concurrent('a server, in the TLS handshake', () => {
  const cases: readonly Case[] = [
    ['is silent', silence, ['timeout']],
    ['is silent when asked', asked(silence), ['timeout']],
    ['closes at once', close, ['reset']],
    ['closes when asked', asked(close), ['reset']],
    ['resets when asked', asked(reset), ['reset']],
    ['a byte each second', asked(repeat('\x16', second, '\x16\x03\x03')), ['timeout']],
    ['half a record, then silence', asked(say('\x16\x03\x03\x00\x7a\x02')), ['timeout']],
    ['plain HTTP', asked(sayAndClose(`${ok}content-length: 0\r\n\r\n`)), ['tls']],
    ['an alert: no such version', asked(sayAndClose('\x15\x03\x01\x00\x02\x02\x46')), ['tls']],
  ];
  for (const [name, behave, codes] of cases) {
    test(name, async () => {
      const server = await startRaw((socket) =>
        behave(socket.setEncoding('latin1').setDefaultEncoding('latin1') as Socket),
      );
      await expectEnded(await get(`https://127.0.0.1:${server.port}/`), server, codes);
    });
  }

  test('plain HTTP is recognized', async () => {
    const server = await startRaw(asked(sayAndClose(`${ok}\r\n`)));
    const { outcome } = await get(`https://127.0.0.1:${server.port}/`);
    expect(outcome).toMatchObject({ problem: { detail: expect.stringMatching(/plain HTTP/) } });
  });
});

/** What a proxy can do on CONNECT, and after it. */
const established = 'HTTP/1.1 200 Connection established\r\n\r\n';
const tunnels: readonly Case[] = [
  ...answers,
  ['407', asked(sayAndClose('HTTP/1.1 407 Authenticate\r\nproxy-authenticate: Basic\r\n\r\n')), ['proxy']],
  [
    '407, kept open',
    asked(say('HTTP/1.1 407 Authenticate\r\nproxy-authenticate: Negotiate\r\n\r\n')),
    ['proxy'],
  ],
  ['403', asked(sayAndClose('HTTP/1.1 403 Forbidden\r\ncontent-length: 2\r\n\r\nno')), ['proxy']],
  ['502', asked(sayAndClose('HTTP/1.1 502 Bad Gateway\r\n\r\n')), ['proxy']],
  [
    'a redirect',
    asked(sayAndClose('HTTP/1.1 302 Found\r\nlocation: http://login.example/\r\n\r\n')),
    ['proxy'],
  ],
  ['a tunnel, then silence', asked(say(established)), ['timeout']],
  ['a tunnel, then close', asked(sayAndClose(established)), ['reset']],
  ['a tunnel that trickles', asked(repeat('\x16', second, established)), ['timeout']],
  [
    'a tunnel into plain HTTP',
    asked((socket) => {
      socket.write(established);
      socket.once('data', () => socket.end(`${ok}\r\n`));
    }),
    ['tls'],
  ],
];

describe.concurrent('a proxy', () => {
  for (const [name, behave, codes] of tunnels) {
    test(name, async () => {
      const proxy = await startRaw(behave);
      const sent = await get('https://api.example.test/', { HTTPS_PROXY: `127.0.0.1:${proxy.port}` });
      await expectEnded(sent, proxy, codes);
      if (!sent.outcome.ok) expect(sent.outcome.problem.fix).toContain('HTTPS_PROXY');
    });
  }

  test.each([200, 201, 299])('%d opens a tunnel', async (status) => {
    const proxy = await startRaw(asked(say(`HTTP/1.1 ${status} Fine\r\n\r\n`)));
    await get('https://api.example.test/', { HTTPS_PROXY: `127.0.0.1:${proxy.port}` });
    expect(proxy.received()).toMatch(/^CONNECT api\.example\.test:443 HTTP\/1\.1\r\n/);
    const hello = proxy.received().split('\r\n\r\n')[1];
    expect(hello).toMatch(/^\x16\x03\x01/);
    expect(hello, 'server name indication').toContain('api.example.test');
  });

  test.each([
    ['https://10.0.0.1/', '10.0.0.1:443'],
    ['https://10.0.0.1:8443/', '10.0.0.1:8443'],
    ['https://[2001:db8::1]/', '[2001:db8::1]:443'],
    ['https://[2001:db8::1]:8443/', '[2001:db8::1]:8443'],
  ])('is asked for %s as %s', async (url, authority) => {
    const proxy = await startRaw(asked(sayAndClose('HTTP/1.1 403 Forbidden\r\n\r\n')));
    await get(url, { HTTPS_PROXY: `127.0.0.1:${proxy.port}` });
    expect(proxy.received()).toMatch(/^CONNECT (.*) HTTP\/1\.1\r\nhost: \1\r\n/);
    expect(proxy.received().split(' ')[1]).toBe(authority);
  });

  test('a timeout says what it waited for', async () => {
    const silent = await startRaw(silence);
    const leads = await startRaw(asked(say(established)));
    const env = (port: number) => ({ HTTPS_PROXY: `http://127.0.0.1:${port}` });
    const details = [
      await get('https://api.example.test/', env(silent.port)),
      await get('https://api.example.test/', env(leads.port)),
      await get(`http://127.0.0.1:${silent.port}/`),
    ].map(({ outcome }) => (outcome.ok ? '' : outcome.problem.detail));
    expect(details).toEqual([
      expect.stringMatching(/1 s .*proxy/),
      expect.stringMatching(/1 s .*connecting to the server/),
      expect.stringMatching(/1 s .*response/),
    ]);
  });
});

const withOpenssl = testWith(['openssl']);

describe('a certificate', () => {
  const reach = async (
    certificate: Certificate,
    env?: (port: number) => Record<string, string>,
  ): Promise<Sent> => {
    const server = await startRaw(silence, certificate);
    const url = env === undefined ? `https://127.0.0.1:${server.port}/` : 'https://api.example.test/';
    return get(url, env?.(server.port));
  };

  withOpenssl('of an untrusted authority: reported by name, with both ways to trust it', async () => {
    const root = makeCertificate({
      subject: '/O=Example Corp/CN=Example Inspection Root',
      hosts: 'DNS:root',
    });
    const { outcome } = await reach(makeCertificate({ issuer: root }));
    expect(outcome).toMatchObject({
      problem: {
        code: 'tls',
        issuer: 'Example Inspection Root',
        fix: expect.stringMatching(/NODE_EXTRA_CA_CERTS=.*--use-system-ca/),
      },
    });
  });

  withOpenssl('that is self-signed', async () => {
    const { outcome } = await reach(makeCertificate({ subject: '/O=Only an organization' }));
    expect(outcome).toMatchObject({
      problem: { code: 'tls', issuer: 'Only an organization', detail: expect.stringMatching(/self-signed/) },
    });
  });

  withOpenssl('of a proxy', async () => {
    const certificate = makeCertificate({ subject: '/CN=Proxy Root' });
    const { outcome } = await reach(certificate, (port) => ({ https_proxy: `https://127.0.0.1:${port}` }));
    expect(outcome).toMatchObject({
      problem: {
        code: 'tls',
        issuer: 'Proxy Root',
        detail: expect.stringMatching(/certificate of the proxy/),
      },
    });
  });
});

test('a client connects once, even if it gets more requests', async () => {
  const server = await startRaw(asked(close));
  const client = openConnection(`http://127.0.0.1:${server.port}`, {
    proxy: undefined,
    userAgent: 'test',
    lookUp: () => Promise.reject(),
    signal: new AbortController().signal,
    onStage: () => {},
  });
  for (let count = 0; count < 3; count += 1)
    await expect(client.request({ method: 'GET', path: '/' })).rejects.toThrow();
  expect(server.connections).toHaveLength(1);
});

describe('a signal', () => {
  handleSignals();
  const own = {
    SIGINT: process.rawListeners('SIGINT').at(-1),
    SIGTERM: process.rawListeners('SIGTERM').at(-1),
  };
  afterAll(() => {
    for (const [signal, listener] of Object.entries(own)) process.off(signal, listener as () => void);
  });

  test.each(Object.keys(own) as NodeJS.Signals[])(
    '%s ends the wait with an interruption, and all connections',
    async (signal) => {
      const server = await startRaw(silence);
      const request = { method: 'GET', url: `http://127.0.0.1:${server.port}/`, headers: {} } as const;
      const sent = untilSignal(() => makeHttp({})(request, 3600));
      await expect.poll(() => server.connections.length, { timeout: patience }).toBe(1);
      process.emit(signal, signal);
      await expect(sent).rejects.toBeInstanceOf(Interruption);
      await expect
        .poll(() => server.connections.every((socket) => socket.readableEnded || socket.destroyed), {
          timeout: patience,
        })
        .toBe(true);
    },
  );
});

describe('what to check', () => {
  const request = { method: 'GET', url: 'http://api.example.test/', headers: {} } as const;
  const fixFor = async (code: string, env: Readonly<Record<string, string>>): Promise<string> => {
    const lookUp = async (): Promise<never> => {
      throw Object.assign(new Error('x'), { code });
    };
    const outcome = await makeHttp(env, lookUp)(request, seconds);
    return outcome.ok ? expect.fail() : (outcome.problem.fix ?? '');
  };

  test.each(['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'ECONNREFUSED', 'ETIMEDOUT', 'EWHATEVER'])(
    '%s: a proxy is suggested only if there is none, and never one that was not reached',
    async (code) => {
      const proxied = await fixFor(code, { HTTP_PROXY: 'foo' });
      expect(proxied).toContain('The proxy is set in HTTP_PROXY.');
      expect(proxied).not.toMatch(/set HTTPS_PROXY|went through/);
      expect(await fixFor(code, {})).not.toMatch(/proxy is set|went through|NO_PROXY/);
    },
  );

  test('a proxy is suggested if the host is unknown', async () => {
    expect(await fixFor('ENOTFOUND', {})).toContain('set HTTPS_PROXY');
  });

  test('a request that went through the proxy leads to both', async () => {
    const proxy = await startRaw(asked(sayAndClose('HTTP/1.1 200 Fine\r\n\r\n')));
    const { outcome } = await get('http://api.example.test/', { HTTP_PROXY: `127.0.0.1:${proxy.port}` });
    expect(outcome).toMatchObject({ problem: { fix: expect.stringMatching(/went through .* HTTP_PROXY/) } });
  });
});

describe('the DNS lookup', () => {
  const request = { method: 'GET', url: 'https://api.example.test/', headers: {} } as const;

  test('that hangs times out', async () => {
    const start = Date.now();
    const outcome = await makeHttp({}, () => new Promise(() => {}))(request, seconds);
    expect(outcome).toMatchObject({ problem: { code: 'timeout' } });
    expect(Date.now() - start).toBeLessThan(seconds * 1000 + patience);
  });

  test('of a server is left to the proxy', async () => {
    const asked: string[] = [];
    const lookUp = async (host: string): Promise<never> => {
      asked.push(host);
      throw Object.assign(new Error('x'), { code: 'ENOTFOUND' });
    };
    const outcome = await makeHttp({ HTTPS_PROXY: 'proxy.example.test:8080' }, lookUp)(request, seconds);
    expect(asked).toEqual(['proxy.example.test']);
    expect(outcome).toMatchObject({
      problem: {
        code: 'unknown-host',
        detail: expect.stringMatching(/proxy/i),
        fix: expect.stringMatching(/HTTPS_PROXY/),
      },
    });
  });

  test('tries every IP address', async () => {
    const server = await startRaw(asked(sayAndClose(`${ok}content-length: 2\r\n\r\nhi`)));
    const addresses = [
      { address: '::1', family: 6 },
      { address: '127.0.0.1', family: 4 },
    ];
    const send = makeHttp({ NO_PROXY: '*' }, async () => addresses);
    const outcome = await send({ ...request, url: `http://api.example.test:${server.port}/` }, 5);
    expect(outcome).toMatchObject({ value: { status: 200, body: 'hi' } });
  });
});

const text = '{"error":"invalid_grant"}';
const plain = Buffer.from(text);
const gzip = gzipSync(plain);

describe.concurrent('content codings', () => {
  const readable: readonly (readonly [header: string, body: Buffer])[] = [
    ['gzip', gzip],
    ['GZIP', gzip],
    ['Gzip', gzip],
    ['x-gzip', gzip],
    [' gzip ', gzip],
    ['gzip, identity', gzip],
    ['identity', plain],
    ['Identity', plain],
    ['', plain],
    [',', plain],
    ['deflate', deflateSync(plain)],
    ['deflate', deflateRawSync(plain)],
    ['Deflate', deflateSync(plain)],
    ['br', brotliCompressSync(plain)],
    ['BR', brotliCompressSync(plain)],
    ['gzip, br', brotliCompressSync(gzip)],
    ['gzip,br', brotliCompressSync(gzip)],
    ['deflate, gzip', gzipSync(deflateSync(plain))],
    ['gzip\r\ncontent-encoding: br', brotliCompressSync(gzip)],
    ['gzip', gzip.subarray(0, -8)],
    ['gzip', Buffer.concat([gzip, Buffer.alloc(8)])],
  ];
  for (const [header, body] of readable) {
    test(`${JSON.stringify(header)} (${body.length} bytes)`, async () => {
      expect(await answerTo(header, body)).toMatchObject({ ok: true, value: { status: 400, body: text } });
    });
  }

  const unreadable = [
    ...Object.getOwnPropertyNames(Object.prototype),
    ...[
      'prototype',
      'compress',
      'aes128gcm',
      'none',
      'utf-8',
      'gzip; q=1',
      'gzip br',
      'gzip, constructor',
      'x-unknown',
    ],
    Array(6).fill('gzip').join(','),
  ];
  for (const header of unreadable) {
    test(`${header}: said, whether or not the body ends`, async () => {
      for (const open of [false, true]) {
        const outcome = await answerTo(header, gzip, open);
        expect(outcome).toMatchObject({
          problem: { code: 'not-http', detail: expect.stringMatching(/Content-Encoding/) },
        });
        expect(JSON.stringify(outcome)).not.toContain('aes128gcm');
      }
    });
  }

  for (const header of ['gzip', 'x-gzip', 'deflate', 'br', 'gzip, br', 'deflate, gzip']) {
    test(`${header}: not what it says`, async () => {
      const outcome = await answerTo(
        header,
        Buffer.from('\x00 not compressed at all, and longer than a header'),
      );
      expect(outcome).toMatchObject({
        problem: { code: 'not-http', detail: expect.stringMatching(/decompress/) },
      });
    });
  }

  const bomb = gzipSync(Buffer.alloc(50_000_000, 'y'));
  test.each([
    ['gzip', bomb],
    ['gzip, gzip', gzipSync(bomb)],
    ['gzip, br', brotliCompressSync(bomb)],
  ])('a decompression bomb is truncated, even if the body stays open: %s', async (header, body) => {
    for (const open of [false, true]) {
      const outcome = await answerTo(header, body, open, 20);
      expect(outcome.ok && outcome.value.body.length).toBe(1024 * 1024);
    }
  });

  test('any value: a response or a problem, never an exception', async () => {
    const names = fc.constantFrom(
      'gzip',
      'br',
      'deflate',
      'identity',
      'constructor',
      '__proto__',
      'x',
      ' ',
      ',',
      ';q=1',
    );
    const header = fc.array(fc.oneof(names, fc.string({ unit: 'grapheme-ascii', maxLength: 8 })), {
      maxLength: 8,
    });
    const body = fc.oneof(
      fc.constantFrom(plain, gzip, deflateSync(plain)),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    );
    await fc.assert(
      fc.asyncProperty(header, body, async (parts, bytes) => {
        expect(await answerTo(parts.join(','), bytes)).toHaveProperty('ok');
      }),
      { numRuns: 200 },
    );
  });
});

async function answerTo(
  contentEncoding: string,
  body: Buffer,
  open = false,
  limit = 5,
): Promise<HttpOutcome> {
  const length = `content-length: ${body.length + (open ? 1000 : 0)}`;
  const head = `HTTP/1.1 400 Bad\r\ncontent-encoding:${contentEncoding}\r\n${length}\r\n\r\n`;
  const server = await startRaw(
    asked((socket) => {
      socket.write(head);
      socket.write(body);
    }),
  );
  return makeHttp({})({ method: 'GET', url: `http://127.0.0.1:${server.port}/`, headers: {} }, limit);
}

describe('the headers of a response', () => {
  test('have names in any case, one or several values, or names from Object.prototype', async () => {
    const fields = [
      'LOCATION: /first',
      'location: /second',
      'WWW-Authenticate: Basic',
      'Www-authenticate: Bearer error="x"',
      'constructor: one',
      'constructor: two',
      '__proto__: three',
      '__proto__: four',
      'toString: five',
      'Content-LENGTH: 0',
    ];
    const server = await startRaw(asked(say(`HTTP/1.1 302 Found\r\n${fields.join('\r\n')}\r\n\r\n`)));
    const { outcome } = await get(`http://127.0.0.1:${server.port}/`);
    if (!outcome.ok) throw new Error(outcome.problem.detail);
    expect(outcome.value.status).toBe(302);
    expect(Object.entries(outcome.value.headers)).toEqual(
      expect.arrayContaining([
        ['location', '/first'],
        ['www-authenticate', 'Basic, Bearer error="x"'],
        ['constructor', 'one'],
        ['__proto__', 'three'],
        ['tostring', 'five'],
      ]),
    );
    expect(server.connections).toHaveLength(1);
  });

  test('a fast, endless body is truncated at 1 MiB', async () => {
    const server = await startRaw(asked(repeat('x'.repeat(200_000), 1, `${ok}\r\n`)));
    const outcome = await makeHttp({})(
      { method: 'GET', url: `http://127.0.0.1:${server.port}/`, headers: {} },
      20,
    );
    expect(outcome.ok && outcome.value.body.length).toBe(1024 * 1024);
  });
});
