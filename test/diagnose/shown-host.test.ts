import { expect, test } from 'vitest';
import { makeRedactor } from '../../src/checks/redactor.ts';
import { shownHost } from '../../src/diagnose/request/jitterbit-request.ts';

const redactor = makeRedactor();
redactor.add('hunter-seventeen', 'https://okta-login.zoominfo.com/x', 'https://cloud.jitterbit.com/y');

test.each([
  'login.example.com',
  'a.b.c.d.example',
  'login-eu12.example',
  'okta-login.zoominfo.com',
  'cloud.jitterbit.com',
])('the host %s is shown', (host) => {
  expect(shownHost(host, redactor)).toBe(host);
});

test.each([
  '',
  'localhost',
  '127.0.0.1',
  'LOGIN.example.com',
  'a1b.example.com',
  'login1234.example.com',
  'correcthorsebatterystaple.example.com',
  'a.b.c.d.e.example',
  'hunter-seventeen.example.com',
  'a.zoominfo.com.hunter-seventeen.example',
  'zoominfo.com.hunterseventeen',
])("the host %s isn't, since it may be a secret", (host) => {
  expect(shownHost(host, redactor)).toBeUndefined();
});
