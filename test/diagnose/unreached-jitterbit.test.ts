import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { regionNames, regions } from '../../src/facts/regions.ts';
import { registered } from '../support/paste-fixtures.ts';
import { checkNamed, fixText } from '../support/verify-fixtures.ts';

const verdictOn = (paste: string) => {
  const check = checkNamed('message', diagnose(recognize(paste), registered));
  return { ...check, steps: fixText(check) };
};

/** What browsers and programs say of a host that they don't reach. */
const unreached: readonly ((host: string) => string)[] = [
  (host) => `This site can't be reached ${host} took too long to respond. ERR_CONNECTION_TIMED_OUT`,
  (host) => `${host}'s server IP address could not be found. DNS_PROBE_FINISHED_NXDOMAIN`,
  (host) => `${host} refused to connect. ERR_CONNECTION_REFUSED`,
  (host) => `This server couldn't prove that it's ${host}. NET::ERR_CERT_COMMON_NAME_INVALID`,
  (host) => `This server couldn't prove that it's ${host}. NET::ERR_CERT_AUTHORITY_INVALID`,
  (host) => `Firefox can\u2019t establish a connection to the server at ${host}.`,
  (host) => `java.net.UnknownHostException: ${host}`,
  (host) => `curl: (7) Failed to connect to ${host} port 443: Connection refused`,
];

const cases = unreached.flatMap((said) =>
  regionNames.map((region) => said(`apps.${regions[region].host}.jitterbit.com`)),
);

test.each(cases)("a page of Jitterbit's that isn't reached accuses no value: %s", (paste) => {
  const { status, detail, steps } = verdictOn(paste);
  expect([status, detail]).toEqual(['inconclusive', expect.stringContaining('No registered value')]);
  expect(steps).not.toContain('URL');
});

test.each([
  'api.zoominfo.com',
  'api.zoominf.com',
  'auth.acme.example',
  'apps.na-west.jitterbit.com',
  'apps.na-east.jitterbit.com.acme.example',
  'api.zoominfo.com from apps.na-east.jitterbit.com',
])('another host still points to the URLs: %s', (host) => {
  expect(verdictOn(`java.net.UnknownHostException: ${host}`).steps).toContain('Access token URL');
});
