import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAnswer } from '../../src/answers/parse-answer.ts';
import { isLookalikeHost } from '../../src/facts/lookalike-hosts.ts';
import { renderJson } from '../../src/render/json.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { parseUrl } from '../../src/text/parse-url.ts';
import { perform } from '../support/context.ts';
import { startRaw } from '../support/raw-server.ts';
import { clientSecret, sampleSetup } from '../support/setup-fixture.ts';
import { fixText, offlineCheck } from '../support/verify-fixtures.ts';

/** A host as a URL writes it. */
const hostOf = (typed: string): string => new URL(`https://${typed}/`).hostname;

/** By kind: hosts that a person, or a mail, takes for ZoomInfo's. */
const lookalikes: Readonly<Record<string, readonly string[]>> = {
  'another top-level domain': ['co', 'cm', 'con', 'org', 'net', 'io', 'de', 'co.uk', 'com.br', 'c0m'].map(
    (end) => `api.zoominfo.${end}`,
  ),
  'a letter too few or too many': [
    'zominfo',
    'zoominf',
    'oominfo',
    'zooominfo',
    'zoominfoo',
    'zoomiinfo',
  ].map((name) => `api.${name}.com`),
  'another letter': ['api.soominfo.com', 'api.zoominfi.com', 'login.zominfo.org'],
  'swapped letters': ['api.zoomifno.com', 'api.zomoinfo.com', 'ozominfo.com'],
  'similar characters': [
    'zo0minfo',
    'z00minf0',
    'zoomlnfo',
    'zoom1nfo',
    'zoorninfo',
    'z\u043e\u043emi\u0144fo',
  ].map((name) => `api.${name}.com`),
  'another alphabet': ['zoominf\u043e', 'z\u043e\u043em\u0456nf\u043e', 'z\u00f4ominfo'].map(
    (name) => `${name}.com`,
  ),
  'a missing or an additional mark': [
    'apizoominfo.com',
    'api.zoominfocom',
    'api-zoominfo.com',
    'api.zoom-info.com',
  ],
  'a domain before the real one': [
    'zoominfo.com.evil.example',
    'api.zoominfo.com.evil.example',
    'api-zoominfo-com.evil.example',
    'api.zoominfo.com-login.example',
    'api.zominfo.com.evil.example',
    'zoominfo.com.example',
  ],
  'the name with other words': ['zoominfo-login.com', 'zoominfo-api.io', 'myzoominfo.com'],
};

const all = Object.values(lookalikes).flat();

describe.each(Object.entries(lookalikes))('%s', (_kind, hosts) => {
  test.each(hosts)('%s is a lookalike', (host) => {
    expect(isLookalikeHost(hostOf(host))).toBe(true);
  });
});

test.each([
  'api.zoominfo.com',
  'api.zoominfo.com.',
  'zoominfo.com',
  'api-stage.zoominfo.com',
  'ap.zoominfo.com',
  'app.zoominfo.com',
  'sandbox.api.zoominfo.com',
  'localhost',
  '127.0.0.1',
  '[::1]',
  'zoominfo',
  'zoominfo.test',
  'api.zoominfo.com.internal',
  'zoominfo.corp',
  'zoominfo-proxy.corp',
  'api.zoominfo.home.arpa',
  'zoominfo.intranet',
  'zoominfo.private',
  'zoominfo.acme.com',
  'zoominfo-mock.azurewebsites.net',
  'zoominfo.okta.com',
  'auth.acme.example',
  'api.zoom.us',
  'zoomin.com',
  'login.microsoftonline.com',
  'm\u00fcnchen.de',
  'com.com',
])("%s isn't", (host) => {
  expect(isLookalikeHost(hostOf(host))).toBe(false);
});

test('the right host with any one character deleted, inserted, replaced, or swapped is a lookalike', () => {
  const right = 'api.zoominfo.com';
  const others = [...'abcdefghijklmnopqrstuvwxyz0123456789-'];
  const edited = [...right].flatMap((character, at) => {
    const [before, after] = [right.slice(0, at), right.slice(at + 1)];
    return [
      before + after,
      `${before}${after.charAt(0)}${character}${after.slice(1)}`,
      ...others.flatMap((other) => [before + other + after, before + other + character + after]),
    ];
  });
  const accepted = edited
    .map((typed) => parseUrl(`https://${typed}/`)?.hostname ?? '')
    .filter((host) => host !== '' && !/(?:^|\.)zoominfo\.com$/.test(host) && !isLookalikeHost(host));
  expect(accepted).toEqual([]);
});

test('no host of ZoomInfo, and none with another name, is a lookalike', () => {
  const label = fc.stringMatching(/^[a-z\d]{1,12}$/);
  fc.assert(
    fc.property(fc.array(label, { maxLength: 3 }), (labels) => {
      expect(isLookalikeHost([...labels, 'zoominfo', 'com'].join('.'))).toBe(false);
      expect(isLookalikeHost([...labels, 'acme', 'example'].join('.'))).toBe(false);
    }),
  );
});

/** Where a lookalike can be: the file has one URL, or both token URLs, on its host. */
const placesOf = (host: string): readonly Partial<Setup>[] => {
  const [authorize, token] = ['authorize', 'token'].map((end) => `https://${host}/gtm/oauth/v1/${end}`);
  return [
    { authenticationUrl: authorize },
    { accessTokenUrl: token },
    { refreshTokenUrl: token },
    { accessTokenUrl: token, refreshTokenUrl: token },
  ] as Partial<Setup>[];
};

test.each(all.map(hostOf))('%s fails in verify, and is never a value to copy', (host) => {
  for (const changes of placesOf(host)) {
    const check = offlineCheck('endpoints', { ...changes, file: { name: 'a.json', path: 'a.json' } });
    expect(check.status).toBe('fail');
    expect(fixText(check)).not.toContain(`//${host}/`);
    expect(fixText(check)).toContain('https://api.zoominfo.com/gtm/oauth/v1/');
  }
});

test.each(all.map(hostOf))('setup rejects %s, and names the right URL', (host) => {
  for (const key of ['authenticationUrl', 'accessTokenUrl'] as const) {
    const parsed = parseAnswer(key, `https://${host}/x`);
    expect(!parsed.ok && parsed.problem).toContain(sampleSetup()[key]);
  }
});

describe('nothing is sent to a lookalike', () => {
  const host = 'api.zoominfo.co';
  const withSecret = { clientSecret };
  const withoutSecret = { clientSecret: null };

  test.each([
    ['the secret of the file', withSecret, [], 3],
    ['a secret from elsewhere', withoutSecret, [], 2],
    ['a secret from elsewhere, allowed', withoutSecret, ['--allow-host', host], 3],
  ])('%s', async (_what, secret, args, code) => {
    const proxy = await startRaw((socket) => socket.destroy());
    const env = {
      HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
      ZI_OAUTH_CLIENT_SECRET: clientSecret,
    };
    for (const changes of placesOf(host).filter(({ accessTokenUrl }) => accessTokenUrl !== undefined))
      for (const stage of [['--online'], ['--login', '--no-open']]) {
        const savedFile = renderJson({ ...sampleSetup(), ...changes, ...secret });
        const ran = await perform(['verify', 'a.json', ...stage, ...args], {
          savedFile,
          env,
          terminal: true,
          paste: async () => undefined,
        });
        expect(ran.code).toBe(code);
        expect(ran.stderr).not.toContain(`--allow-host ${host}`);
        expect(proxy.connections).toEqual([]);
      }
  });
});
