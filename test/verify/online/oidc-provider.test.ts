import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OauthServer, startOauthServer } from '../../support/oauth-server.ts';
import { checkNamed, fixText } from '../../support/verify-fixtures.ts';
import { runVerifyHere } from '../../support/verify-run.ts';

describe('against oidc-provider under the paths of ZoomInfo', () => {
  let server: OauthServer;
  beforeAll(async () => {
    server = await startOauthServer();
  });
  afterAll(() => server.close());

  test('with the method row: both pass, and the text claims no more than was proven', async () => {
    const ran = await runVerifyHere({ setup: server.setup(true), flags: ['--online'] });
    const authorize = checkNamed('online.authorize', ran.checks);
    expect(authorize).toMatchObject({ status: 'pass' });
    expect(authorize.detail).toContain('confirms the URL');
    expect(checkNamed('online.client', ran.checks)).toMatchObject({ status: 'pass' });
    expect(ran.exitCode).toBe(0);
  });

  test('without it: the server is tried again, and the row is named', async () => {
    const ran = await runVerifyHere({ setup: server.setup(), flags: ['--online'] });
    const authorize = checkNamed('online.authorize', ran.checks);
    expect(authorize).toMatchObject({ status: 'fail', code: 'challenge-method-required' });
    expect(fixText(authorize)).toContain('add the row code_challenge_method = S256');
    expect(ran.stderr.match(/^> GET/gm)).toHaveLength(2);
    expect(ran.exitCode).toBe(5);
  });

  test('a wrong secret fails at the token URL', async () => {
    const setup = { ...server.setup(true), clientSecret: 'wrong-secret-0123456789' };
    const ran = await runVerifyHere({ setup, flags: ['--online'] });
    expect(checkNamed('online.client', ran.checks)).toMatchObject({ status: 'fail', code: 'invalid_client' });
    expect(ran.exitCode).toBe(5);
  });

  test('a wrong Client ID fails at both', async () => {
    const ran = await runVerifyHere({
      setup: { ...server.setup(true), clientId: 'nobody-knows-me' },
      flags: ['--online'],
    });
    expect(checkNamed('online.authorize', ran.checks)).toMatchObject({
      status: 'fail',
      code: 'invalid_client',
    });
    expect(checkNamed('online.client', ran.checks)).toMatchObject({ status: 'fail', code: 'invalid_client' });
  });

  test("a scope error in a redirect is reported in the server's words", async () => {
    const setup = { ...server.setup(true), scopes: ['api:data:company', 'offline_access', 'openid'] };
    const rows = setup.advancedOptions.authenticationRequest.parameters;
    const withPrompt = {
      ...setup,
      advancedOptions: {
        ...setup.advancedOptions,
        authenticationRequest: {
          parameters: [...rows, { key: 'prompt', value: 'none', sendIn: 'Request URL' }],
        },
      },
    };
    const ran = await runVerifyHere({ setup: withPrompt, flags: ['--online'] });
    const authorize = checkNamed('online.authorize', ran.checks);
    expect(authorize).toMatchObject({ status: 'fail', code: 'login_required' });
    expect(authorize.detail).toContain('End-User authentication is required');
  });
});
