import { expect, test } from 'vitest';
import type { Check, CheckStatus } from '../../src/checks/check.ts';
import { nextAfterVerify } from '../../src/commands/verify/next-after-verify.ts';

const check = (id: string, status: CheckStatus): Check => ({ id, status, title: id, detail: '' });

type Case = readonly [found: Record<string, CheckStatus>, commands: readonly string[]];

const cases: readonly Case[] = [
  [{ scopes: 'pass' }, ['verify a.json --online']],
  [{ scopes: 'warn' }, ['verify a.json --online']],
  [{ scopes: 'fail' }, ['verify a.json']],
  [{ scopes: 'pass', 'online.client': 'pass' }, ['verify a.json --login']],
  [{ scopes: 'pass', 'online.client': 'fail' }, ['verify a.json --online', 'diagnose a.json']],
  [{ scopes: 'pass', 'online.client': 'inconclusive' }, ['verify a.json --online']],
  [
    { scopes: 'pass', 'online.client': 'pass', 'login.token': 'fail' },
    ['verify a.json --online --login', 'diagnose a.json'],
  ],
  [{ scopes: 'pass', 'login.token': 'pass' }, ['diagnose a.json']],
];

test.each(cases)('after %j: %j', (found, commands) => {
  const checks = Object.entries(found).map(([id, status]) => check(id, status));
  const lines = nextAfterVerify(checks, 'a.json');
  const told = lines.flatMap((line) => (typeof line === 'object' && 'command' in line ? [line.command] : []));
  expect(told).toEqual(commands.map((command) => ['zi-oauth-setup', ...command.split(' ')]));
  expect(nextAfterVerify(checks, undefined)).toEqual([]);
});
