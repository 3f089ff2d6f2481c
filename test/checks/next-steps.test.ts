import { expect, test } from 'vitest';
import type { Check, CheckStatus } from '../../src/checks/check.ts';
import { nextSteps } from '../../src/checks/next-steps.ts';

const check = (id: string, status: CheckStatus): Check => ({ id, status, title: id, detail: '' });

type Case = readonly [found: Record<string, CheckStatus>, flags: string | undefined];

const cases: readonly Case[] = [
  [{ scopes: 'pass' }, '--online'],
  [{ scopes: 'warn' }, '--online'],
  [{ scopes: 'fail' }, ''],
  [{ scopes: 'pass', 'online.client': 'pass' }, '--login'],
  [{ scopes: 'pass', 'online.client': 'fail' }, '--online'],
  [{ scopes: 'pass', 'online.client': 'inconclusive' }, '--online'],
  [{ scopes: 'pass', 'online.client': 'pass', 'login.token': 'fail' }, '--online --login'],
  [{ scopes: 'pass', 'login.token': 'pass' }, undefined],
];

test.each(cases)('after %j: verify %s', (found, flags) => {
  const checks = Object.entries(found).map(([id, status]) => check(id, status));
  const [says, line, ...rest] = nextSteps(checks, { path: 'a.json' });
  expect(rest).toEqual([]);
  if (flags === undefined) expect([says, line]).toEqual([undefined, undefined]);
  else
    expect(line).toEqual({
      command: ['zi-oauth-setup', 'verify', 'a.json', ...flags.split(' ').filter(Boolean)],
    });
  expect(nextSteps(checks, {})).toEqual([]);
});
