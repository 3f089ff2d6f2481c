import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import { readProxySettings } from '../../src/io/proxy-settings.ts';
import type { Environment } from '../../src/terminal/environment.ts';
import { anyText } from '../support/any-text.ts';

const target = new URL('https://api.zoominfo.com/gtm/oauth/v1/token');
const proxyOf = (env: Environment, url = target) => readProxySettings(env)(url);
const basic = (credentials: string | Buffer): string =>
  `Basic ${Buffer.from(credentials as string).toString('base64')}`;

function failureOf(env: Environment): Failure {
  try {
    readProxySettings(env);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('no failure');
}

describe('the variables', () => {
  const cases: readonly (readonly [env: Environment, variable: string | undefined])[] = [
    [{}, undefined],
    [{ HTTPS_PROXY: 'http://proxy:1' }, 'HTTPS_PROXY'],
    [{ https_proxy: 'http://proxy:1' }, 'https_proxy'],
    [{ https_proxy: 'http://proxy:1', HTTPS_PROXY: 'http://other:1' }, 'https_proxy'],
    [{ https_proxy: '', HTTPS_PROXY: 'http://proxy:1' }, 'HTTPS_PROXY'],
    [{ https_proxy: ' ', HTTPS_PROXY: 'http://proxy:1' }, 'HTTPS_PROXY'],
    [{ HTTP_PROXY: 'http://proxy:1' }, 'HTTP_PROXY'],
    [{ http_proxy: 'http://proxy:1', HTTPS_PROXY: '' }, 'http_proxy'],
    [{ http_proxy: 'http://other:1', HTTPS_PROXY: 'http://proxy:1' }, 'HTTPS_PROXY'],
    [{ ALL_PROXY: 'http://proxy:1', all_proxy: 'socks5://proxy:1' }, undefined],
    [{ HTTPS_PROXY: '', HTTP_PROXY: ' \t' }, undefined],
  ];
  test.each(cases)('%o: %s', (env, variable) => {
    expect(proxyOf(env)?.variable).toBe(variable);
  });
});

describe('a proxy', () => {
  const cases: readonly (readonly [text: string, origin: string, authorization?: string | undefined])[] = [
    ['http://proxy:8080', 'http://proxy:8080'],
    ['http://proxy:8080/', 'http://proxy:8080'],
    ['HTTP://PROXY:8080', 'http://proxy:8080'],
    ['https://proxy:8443', 'https://proxy:8443'],
    [' http://proxy:8080\r', 'http://proxy:8080'],
    ['proxy:8080', 'http://proxy:8080'],
    ['//proxy:8080', 'http://proxy:8080'],
    ['proxy', 'http://proxy'],
    ['10.1.2.3:3128', 'http://10.1.2.3:3128'],
    ['[::1]:3128', 'http://[::1]:3128'],
    ['localhost:3128', 'http://localhost:3128'],
    ['http://token@proxy:1', 'http://proxy:1', basic('token:')],
    ['http://token:@proxy:1', 'http://proxy:1', basic('token:')],
    ['http://:secret@proxy:1', 'http://proxy:1', basic(':secret')],
    ['http://@proxy:1', 'http://proxy:1'],
    ['user:pass@proxy:1', 'http://proxy:1', basic('user:pass')],
    ['http://user:p%40ss%3aw%2Frd@proxy:1', 'http://proxy:1', basic('user:p@ss:w/rd')],
    ['http://us%3Aer:pass@proxy:1', 'http://proxy:1', basic('us:er:pass')],
    ['http://DOMAIN%5Cuser:pass@proxy:1', 'http://proxy:1', basic('DOMAIN\\user:pass')],
    ['http://user:100%@proxy:1', 'http://proxy:1', basic('user:100%')],
    ['http://user:%zz%4@proxy:1', 'http://proxy:1', basic('user:%zz%4')],
    ['http://user:p@ss@proxy:1', 'http://proxy:1', basic('user:p@ss')],
    ['http://jürgen:pä@proxy:1', 'http://proxy:1', basic('jürgen:pä')],
    ['http://user:%ff%e4@proxy:1', 'http://proxy:1', basic(Buffer.from('user:\xff\xe4', 'latin1'))],
  ];
  test.each(cases)('%s', (text, origin, authorization) => {
    const proxy = proxyOf({ HTTPS_PROXY: text });
    expect(proxy?.url.origin).toBe(origin);
    expect(proxy?.authorization).toBe(authorization);
  });

  const refused: readonly (readonly [text: string, says: RegExp])[] = [
    ['socks5://user:passw0rd@proxy:1080', /SOCKS/],
    ['socks5h://proxy:1080', /SOCKS/],
    ['SOCKS5://proxy:1080', /SOCKS/],
    ['socks4a://proxy:1080', /SOCKS/],
    ['socks://proxy:1080', /SOCKS/],
    ['ftp://user:passw0rd@proxy:21', /scheme/],
    ['pac+https://passw0rd/proxy.pac', /scheme/],
    ['quic://proxy', /scheme/],
    ['"http://user:passw0rd@proxy:1"', /quotation/],
    ["'proxy:8080'", /quotation/],
    ['passw0rd nonsense', /valid/],
    ['http://', /valid/],
    ['http://:8080', /valid/],
    ['http://proxy:99999', /valid/],
    ['http://proxy:port', /valid/],
    ['http:proxy:8080', /valid/],
    ['http://proxy:8080/passw0rd.pac', /valid/],
    ['http://user:12/passw0rd@proxy:1', /valid/],
    ['http://user:12?passw0rd@proxy:1', /valid/],
    ['http://user:12#passw0rd@proxy:1', /valid/],
    ['http://[::1:3128', /valid/],
  ];
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']) {
    test.each(refused)(`${name}=%s`, (text, says) => {
      const { kind, message, details } = failureOf({ [name]: text });
      expect(kind).toBe('usage');
      expect(message).toMatch(says);
      expect(message).toContain(name);
      expect(message + details.join()).not.toContain('passw0rd');
    });
  }

  test("any text is accepted or rejected, and rejected text isn't shown", () => {
    const part = fc.oneof(
      fc.constantFrom('http', '://', ':', '@', '/', '%', '[', ']', '?', '#', 'socks5', ' '),
      anyText(),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const text = `${parts.join('')}s3cr3t`;
        try {
          readProxySettings({ HTTPS_PROXY: text })(target);
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
          expect(JSON.stringify([(error as Failure).message, (error as Failure).details])).not.toContain(
            's3cr3t',
          );
        }
      }),
      { numRuns: 2000 },
    );
  });
});

const proxied = (noProxy: string, url: string): boolean =>
  proxyOf(
    { HTTPS_PROXY: 'http://proxy:1', HTTP_PROXY: 'http://proxy:2', NO_PROXY: noProxy },
    new URL(url),
  ) !== undefined;

describe('NO_PROXY', () => {
  const direct: readonly (readonly [noProxy: string, url: string])[] = [
    ['*', 'https://api.zoominfo.com'],
    ['foo,*', 'https://api.zoominfo.com'],
    ['api.zoominfo.com', 'https://api.zoominfo.com'],
    ['API.ZoomInfo.COM', 'https://api.zoominfo.com'],
    ['api.zoominfo.com.', 'https://api.zoominfo.com'],
    ['api.zoominfo.com', 'https://api.zoominfo.com.'],
    ['zoominfo.com', 'https://api.zoominfo.com'],
    ['.zoominfo.com', 'https://api.zoominfo.com'],
    ['*.zoominfo.com', 'https://api.zoominfo.com'],
    ['.zoominfo.com', 'https://zoominfo.com'],
    ['com', 'https://api.zoominfo.com'],
    ['a.example, api.zoominfo.com', 'https://api.zoominfo.com'],
    ['a.example api.zoominfo.com', 'https://api.zoominfo.com'],
    ['a.example\tapi.zoominfo.com,', 'https://api.zoominfo.com'],
    [' , ,api.zoominfo.com', 'https://api.zoominfo.com'],
    ['"a.example,api.zoominfo.com"', 'https://api.zoominfo.com'],
    ['api.zoominfo.com:443', 'https://api.zoominfo.com'],
    ['.zoominfo.com:443', 'https://api.zoominfo.com'],
    ['api.zoominfo.com:8443', 'https://api.zoominfo.com:8443'],
    ['api.*.com', 'https://api.zoominfo.com'],
    ['https://api.zoominfo.com/', 'https://api.zoominfo.com'],
    ['bücher.example', 'https://xn--bcher-kva.example'],
    ['10.1.2.3', 'https://10.1.2.3'],
    ['10.1.2.3:443', 'https://10.1.2.3'],
    ['10.0.0.0/8', 'https://10.1.2.3'],
    ['10.1.2.3/32', 'https://10.1.2.3'],
    ['0.0.0.0/0', 'https://10.1.2.3'],
    ['10.*', 'https://10.1.2.3'],
    ['fd00::1', 'https://[fd00::1]'],
    ['[fd00::1]', 'https://[fd00::1]'],
    ['FD00:0::1', 'https://[fd00::1]'],
    ['[fd00::1]:8443', 'https://[fd00::1]:8443'],
    ['fd00::/8', 'https://[fd12:3456::1]'],
    ['[fd00::]/8', 'https://[fd12:3456::1]'],
  ];
  test.each(direct)('%s: %s directly', (noProxy, url) => {
    expect(proxied(noProxy, url)).toBe(false);
  });

  const through: readonly (readonly [noProxy: string, url: string])[] = [
    ['', 'https://api.zoominfo.com'],
    [',', 'https://api.zoominfo.com'],
    ['zoominfo.co', 'https://api.zoominfo.com'],
    ['info.com', 'https://api.zoominfo.com'],
    ['xapi.zoominfo.com', 'https://api.zoominfo.com'],
    ['api.zoominfo.com.evil.example', 'https://api.zoominfo.com'],
    ['api.zoominfo.com:8443', 'https://api.zoominfo.com'],
    ['api.zoominfo.com:443', 'https://api.zoominfo.com:8443'],
    ['a.*.com', 'https://api.zoominfo.com'],
    ['a(p)i.zoominfo.com', 'https://api.zoominfo.com'],
    ['10.0.0.0/8', 'https://11.1.2.3'],
    ['10.0.0.0/8', 'https://10.example'],
    ['10.0.0.0/33', 'https://10.1.2.3'],
    ['1.2.3', 'https://10.1.2.3'],
    ['fd00::/8', 'https://[fe80::1]'],
    ['[fd00::1]:443', 'https://[fd00::1]:8443'],
    ['::1', 'https://api.zoominfo.com'],
    ['localhost', 'https://api.zoominfo.com'],
  ];
  test.each(through)('%s: %s through the proxy', (noProxy, url) => {
    expect(proxied(noProxy, url)).toBe(true);
  });

  test('lower case takes precedence unless it is empty', () => {
    const env = { HTTPS_PROXY: 'proxy:1', no_proxy: '', NO_PROXY: '*' };
    expect(proxyOf(env)).toBeUndefined();
    expect(proxyOf({ ...env, no_proxy: 'other.example' })).toBeDefined();
  });

  test('any list is read', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 60 }), fc.webUrl(), (list, url) => {
        expect(typeof proxied(list, url)).toBe('boolean');
      }),
      { numRuns: 1000 },
    );
  });
});

test.each(['http', 'https'])('loopback is never proxied with %s', (scheme) => {
  for (const noProxy of ['', 'example.com'])
    expect(proxied(noProxy, `${scheme}://localhost:8910/x`)).toBe(false);
});
