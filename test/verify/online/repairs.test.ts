import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Answers } from '../../../src/answers/questions.ts';
import type { Check } from '../../../src/checks/check.ts';
import { renderJson } from '../../../src/render/json.ts';
import { perform } from '../../support/context.ts';
import { sharedFolder } from '../../support/folder.ts';
import { always, type Behavior, startMisbehaving } from '../../support/misbehaving-server.ts';
import { sampleSetup } from '../../support/setup-fixture.ts';
import { checkNamed } from '../../support/verify-fixtures.ts';

const name = 'zoominfo.json';

/** A server for both endpoints, and a folder with a setup file that names it. */
async function folderFor(behavior: Behavior, changes: Partial<Answers> = {}) {
  const server = await startMisbehaving(behavior);
  onTestFinished(() => server.close());
  const folder = sharedFolder();
  const urls = { authenticationUrl: `${server.origin}/authorize`, accessTokenUrl: `${server.origin}/token` };
  writeFileSync(join(folder, name), renderJson(sampleSetup({ ...urls, ...changes })), { mode: 0o600 });
  return folder;
}

async function onlineChecks(folder: string, env: Record<string, string> = {}): Promise<readonly Check[]> {
  const { stdout } = await perform(['verify', name, '--online', '-f', 'json'], { folder, env });
  return JSON.parse(stdout).checks;
}

const fileStep = ({ fix = '' }: Check): string =>
  String(fix)
    .split('\n')
    .find((line) => line.startsWith('zi-oauth-setup --from ')) ?? '';

const wantsMethod: Behavior = (request, response, socket) => {
  const isAsked = request.path === '/authorize' && !request.query.has('code_challenge_method');
  const error = isAsked ? 'invalid_request' : 'invalid_grant';
  if (request.path === '/authorize' && !isAsked)
    return always(302, '', { location: '/login' })(request, response, socket);
  return always(400, { error })(request, response, socket);
};

test('a missing method row: running the suggested command makes the check pass', async () => {
  const folder = await folderFor(wantsMethod);
  const check = checkNamed('online.authorize', await onlineChecks(folder));
  expect(check).toMatchObject({ status: 'fail', code: 'challenge-method-required' });
  expect((await perform(fileStep(check).split(' ').slice(1), { folder })).code).toBe(0);
  expect(checkNamed('online.authorize', await onlineChecks(folder)).status).toBe('pass');
});

test.each([
  ['online.client', { error: 'invalid_client' }, /--client-id <id> --client-secret-file <file>$/],
  ['online.authorize', { error: 'invalid_client' }, /--client-id <id>$/],
  ['online.authorize', { error: 'invalid_scope' }, /--scopes <scopes>$/],
  ['online.authorize', {}, /--authentication-url https:\S+/],
  ['online.client', {}, /--access-token-url https:\S+/],
])('%s fails with %j: the options that change the file', async (id, body, command) => {
  const check = checkNamed(id, await onlineChecks(await folderFor(always(401, body))));
  expect(check.status).toBe('fail');
  expect(fileStep(check)).toMatch(command);
});

test('a rejected credential from the environment is corrected there, and the other one in the file', async () => {
  const folder = await folderFor(always(401, { error: 'invalid_client' }), { clientSecret: null });
  const check = checkNamed(
    'online.client',
    await onlineChecks(folder, { ZI_OAUTH_CLIENT_SECRET: 'aSecret_12345' }),
  );
  expect(check.fix).toMatch(/^Check the value from ZI_OAUTH_CLIENT_SECRET\.\n/);
  expect(fileStep(check)).toMatch(/--client-id <id>$/);
});
