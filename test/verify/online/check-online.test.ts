import { expect, test } from 'vitest';
import { makeRedactor } from '../../../src/checks/redactor.ts';
import type { Subject } from '../../../src/checks/subject.ts';
import type { HttpRequest } from '../../../src/context/http.ts';
import { accepted } from '../../../src/text/result.ts';
import { checkOffline } from '../../../src/verify/offline/rules.ts';
import { checkOnline } from '../../../src/verify/online/check-online.ts';
import { goodSubject, httpAnswer } from '../../support/verify-fixtures.ts';

/** The findings and requests for a correct setup with these changes, on a server that rejects everything. */
async function tried(changes: Partial<Subject>) {
  const subject = goodSubject(changes);
  const sent: HttpRequest[] = [];
  const checks = await checkOnline(subject, checkOffline(subject), {
    send: async (_purpose, request) => {
      sent.push(request);
      return accepted(httpAnswer(400, { error: 'invalid_grant' }));
    },
    redactor: makeRedactor(),
    clientAuthentication: 'basic',
  });
  return { found: checks.map(({ status, detail }) => `${status}: ${detail}`), sent };
}

test('the token request has a dummy code, and the redirect URI of the setup', async () => {
  const { sent } = await tried({});
  const authorize = new URL(sent[0]?.url ?? '').searchParams;
  const token = new URLSearchParams(sent[1]?.body);
  expect(token.get('code')).toMatch(/^[\w-]{43}$/);
  expect(token.get('code')).not.toBe(authorize.get('state'));
  expect(token.get('redirect_uri')).toBe(goodSubject().redirectUri);
});

test.each<[Partial<Subject>, string]>([
  [{ accessTokenUrl: 'http://api.zoominfo.com/x' }, 'Fix endpoints first.'],
  [{ redirectUri: 'https://a.example/' }, 'Fix region.redirect-uri first.'],
  [{ region: undefined, redirectUri: undefined }, 'Requires the redirect URI or the region.'],
  [{ clientId: null }, 'Requires the Client ID.'],
])('nothing is sent if a value is missing or wrong: %j', async (changes, why) => {
  expect(await tried(changes)).toEqual({ found: [`skip: ${why}`, `skip: ${why}`], sent: [] });
});

test.each<[Partial<Subject>, authorize: boolean, client: boolean]>([
  [{ authenticationRequest: [] }, false, true],
  [{ clientSecret: null }, true, false],
  [{ clientSecret: 'with space 1234' }, true, false],
])("a value missing for one request doesn't stop the other: %j", async (changes, authorize, client) => {
  const { found, sent } = await tried(changes);
  expect(found.map((text) => !text.startsWith('skip: '))).toEqual([authorize, client]);
  expect(sent.map(({ method }) => method)).toEqual([
    ...(authorize ? ['GET'] : []),
    ...(client ? ['POST'] : []),
  ]);
});
