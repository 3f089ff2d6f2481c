import { expect, test } from 'vitest';
import type { Check, CheckStatus } from '../../src/checks/check.ts';
import type { Subject } from '../../src/checks/subject.ts';
import { definition } from '../../src/commands/verify/definition.ts';
import { nextAfterVerify } from '../../src/commands/verify/next-after-verify.ts';
import { parsedOptions } from '../support/parsed-options.ts';
import { credentials } from '../support/setup-fixture.ts';

const check = (id: string, status: CheckStatus): Check => ({ id, status, title: id, detail: '' });

const file = { name: 'a.json', path: 'a.json' };

type Case = readonly [typed: string, found: Record<string, CheckStatus>, commands: readonly string[]];

const requests =
  '--client-secret-file sec.txt --client-auth post --timeout 20 --allow-host a.example --explain';
const signIn = '--loopback http://127.0.0.1:8910/callback --login-timeout 3 --no-refresh --no-open';

const cases: readonly Case[] = [
  ['', { scopes: 'pass' }, ['verify --online']],
  ['', { scopes: 'warn' }, ['verify --online']],
  ['', { scopes: 'fail' }, ['verify']],
  ['--online', { scopes: 'pass', 'online.client': 'pass' }, ['verify --login']],
  ['--online', { 'online.client': 'fail' }, ['verify --online', 'diagnose']],
  ['--online', { 'online.client': 'inconclusive' }, ['verify --online']],
  ['--online --login', { 'login.token': 'fail' }, ['verify --online --login', 'diagnose']],
  ['--login', { scopes: 'pass', 'login.token': 'pass' }, ['diagnose']],
  [requests, { scopes: 'pass' }, [`verify --online ${requests}`]],
  [`--online ${requests}`, { 'online.client': 'pass' }, [`verify --login ${requests}`]],
  [`--online ${requests}`, { 'online.client': 'inconclusive' }, [`verify --online ${requests}`]],
  [`--login ${signIn}`, { 'login.authorization': 'inconclusive' }, [`verify --login ${signIn}`, 'diagnose']],
  ['--client-id 0oaExampleClientId00', { scopes: 'fail' }, ['verify --client-id 0oaExampleClientId00']],
];

test.each(cases)('after %j and %j: %j', async (typed, found, commands) => {
  const told = await toldAfter(typed, found);
  expect(told.map(sorted)).toEqual(commands.map((command) => sorted(`zi-oauth-setup ${command} a.json`)));
});

test.each([
  ['a Client ID that may be the Client Secret', '--client-id', 'a-secret-in-its-place', '<id>'],
  ['a Client Secret in place of its file', '--client-secret-file', 'a-secret-in-its-place', '<path>'],
])("%s isn't repeated", async (_what, option, value, shown) => {
  const [told = ''] = await toldAfter(`${option} ${value}`, { scopes: 'fail' });
  expect(told).toContain(`${option} ${shown}`);
  expect(told).not.toContain(value);
});

test('without a file on disk, nothing', async () => {
  const options = await parsedOptions(definition, []);
  for (const subject of [{}, { file: { name: 'Standard input' } }])
    expect(nextAfterVerify([check('scopes', 'fail')], subject, options)).toEqual([]);
});

test.each([
  ['', { 'client.id': 'warn' }, ['--from a.json']],
  ['', { scopes: 'pass' }, ['--from a.json']],
  ['', { scopes: 'fail' }, ['verify a.json']],
  ['--online', { 'client.id': 'warn', 'online.client': 'skip' }, ['verify a.json --online']],
] as const)('without credentials, after %j and %j: %j', async (typed, found, commands) => {
  for (const missing of [{ clientId: null }, { clientSecret: null }, { clientId: null, clientSecret: null }])
    expect(await toldAfter(typed, found, missing)).toEqual(
      commands.map((command) => `zi-oauth-setup ${command}`),
    );
});

test.each([
  ['fail', ['Correct it.'], true],
  ['inconclusive', ['Try again.'], true],
  ['inconclusive', [], false],
  ['inconclusive', undefined, false],
] as const)('%s with the steps %j: steps are mentioned: %s', async (status, fix, isMentioned) => {
  const options = await parsedOptions(definition, ['a.json']);
  const found = { ...check('online.client', status), ...(fix === undefined ? {} : { fix }) };
  const [says] = nextAfterVerify([found], { file, ...credentials }, options);
  expect(/steps/.test(String(says))).toBe(isMentioned);
});

/** The command lines that are told after a run. */
async function toldAfter(
  typed: string,
  found: Record<string, CheckStatus>,
  changes: Partial<Subject> = {},
): Promise<string[]> {
  const checks = Object.entries(found).map(([id, status]) => check(id, status));
  const options = await parsedOptions(definition, ['a.json', ...typed.split(' ').filter(Boolean)]);
  return nextAfterVerify(checks, { file, ...credentials, ...changes }, options).flatMap((line) =>
    typeof line === 'object' && 'command' in line ? [[...line.command, line.usage].join(' ').trim()] : [],
  );
}

/** The order of the words doesn't matter. */
const sorted = (line: string): string[] => line.split(' ').sort();
