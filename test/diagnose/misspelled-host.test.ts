import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { registered } from '../support/paste-fixtures.ts';
import { checkNamed, fixText } from '../support/verify-fixtures.ts';

const { authenticationUrl, accessTokenUrl } = registered.setup;
const verdictOn = (paste: string, setup = registered) => {
  const check = checkNamed('message', diagnose(recognize(paste), setup));
  return { ...check, steps: fixText(check) };
};

test.each([
  'getaddrinfo ENOTFOUND login.zoominfo.con',
  'curl: (6) Could not resolve host: api.zoominf.com',
  'java.net.UnknownHostException: API.ZOMINFO.COM',
  'Unable to resolve host "apizoominfo.com": No address associated with hostname',
  'dial tcp: lookup api.zoominfo.cm on 10.0.0.1:53: no such host',
  'java.net.UnknownHostException: api.zoomifno.com',
  'java.net.UnknownHostException: api.zoominfocom',
  'No such host is known. (api-zoominfo.com:443)',
  "HTTPSConnectionPool(host='api.zoominfo.co', port=443): Max retries exceeded with url: /x",
])('a misspelled host in an error of a program points to both URLs: %s', (paste) => {
  const { status, detail, steps } = verdictOn(paste);
  expect([status, detail]).toEqual(['fail', expect.stringContaining('it must be api.zoominfo.com.')]);
  expect(steps).toMatch(new RegExp(`${accessTokenUrl}[^]*${authenticationUrl}`));
});

test.each([
  'api.zoominfo.con\u2019s server IP address could not be found.\nDNS_PROBE_FINISHED_NXDOMAIN',
  "api.zoominfo.con's server IP address could not be found.",
  'We can\u2019t connect to the server at api.zoominfo.con.',
])('a misspelled host in an error of a browser points to the Authentication URL: %s', (paste) => {
  const { status, detail, steps } = verdictOn(paste);
  expect([status, detail]).toEqual([
    'fail',
    expect.stringContaining('The host api.zoominfo.con is misspelled'),
  ]);
  expect(steps).toContain(authenticationUrl);
  expect(steps).not.toContain(accessTokenUrl);
});

test('a misspelled host in a status leaves no other cause than the URLs', () => {
  const { status, steps } = verdictOn('HTTP/1.1 401 from https://api.zoominf.com/');
  expect([status, steps]).toEqual(['fail', expect.not.stringContaining('Client')]);
});

test.each([
  'api.zoominfo.com',
  'developer-login.zoominfo.com',
  'app.zoominfo.com',
  'auth.jitterbit.com',
  'api.zoom.us',
  'api.zoomin.com',
  'login.microsoftonline.com',
  'proxy.acme.example',
  'api.zoominf.com and api.zoominfo.com',
  'zoominf.com.acme.example',
  'someone@zoominf.com',
])('another host accuses nothing: %s', (host) => {
  expect(verdictOn(`getaddrinfo ENOTFOUND ${host}`).status).toBe('inconclusive');
});

test('the host is compared with the one in the setup', () => {
  const setup = {
    ...registered,
    setup: {
      ...registered.setup,
      authenticationUrl: 'https://auth.acme.example/a',
      accessTokenUrl: 'https://auth.acme.example/t',
    },
  };
  const error = (host: string) => verdictOn(`getaddrinfo ENOTFOUND ${host}`, setup);
  expect(error('auth.acmee.example').detail).toContain('it must be auth.acme.example.');
  for (const host of ['auth.acme.example', 'api.zoominf.com'])
    expect(error(host).detail).not.toContain('misspelled');
});
