import { describe, expect, test } from 'vitest';
import { lookUpInChild } from '../../src/io/name-lookup.ts';
import { readProxySettings } from '../../src/io/proxy-settings.ts';
import { parseEndpoint } from '../../src/oauth/endpoint.ts';
import { isLocalName, isLoopbackHost } from '../../src/oauth/loopback-host.ts';
import { parseLoopbackUri } from '../../src/oauth/loopback-uri.ts';

const localNames = ['localhost', 'LOCALHOST', 'localhost.', 'app.localhost', 'a.b.localhost.'];
const loopbackAddresses = [
  '127.0.0.1',
  '127.255.255.254',
  '127.1',
  '0x7f000001',
  '2130706433',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
];
const otherHosts = [
  'localhost.example',
  'mylocalhost',
  'localhost-app.example',
  '128.0.0.1',
  '12.7.0.0.1.example',
  '127.0.0.1.example',
  '[::2]',
  '[::ffff:128.0.0.1]',
  '[2001:db8::1]',
  'api.zoominfo.com',
];

const urlOf = (host: string): URL => new URL(`http://${host}:8910/callback`);
const isProxied = (host: string): boolean =>
  readProxySettings({ HTTP_PROXY: 'proxy:1' })(urlOf(host)) !== undefined;

describe.each([
  ...[...localNames, ...loopbackAddresses].map((host) => [host, true] as const),
  ...otherHosts.map((host) => [host, false] as const),
])('%s is a loopback host: %s', (host, isLoopback) => {
  const { hostname, href } = urlOf(host);

  test('with and without brackets', () => {
    expect(isLoopbackHost(hostname)).toBe(isLoopback);
    expect(isLoopbackHost(hostname.replace(/^\[|\]$/g, ''))).toBe(isLoopback);
  });

  test('for endpoints, redirect URIs to listen on, and proxies alike', () => {
    expect(parseEndpoint(href).ok).toBe(isLoopback);
    expect(parseLoopbackUri(href).ok).toBe(isLoopback);
    expect(isProxied(host)).toBe(!isLoopback);
  });
});

test.each(localNames)('%s is looked up on this machine', async (host) => {
  expect(isLocalName(host)).toBe(true);
  const addresses = await lookUpInChild(host, { family: 0 }, AbortSignal.timeout(5000));
  expect(addresses.map(({ address }) => address)).toEqual(['127.0.0.1', '::1']);
});

test.each([...loopbackAddresses, ...otherHosts])("%s isn't a local name", (host) => {
  expect(isLocalName(host)).toBe(false);
});
