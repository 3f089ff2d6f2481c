import { describe, expect, test } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { perform } from '../support/context.ts';
import { goodParameters } from '../support/paste-fixtures.ts';
import { clientId, clientSecret, sampleSetup } from '../support/setup-fixture.ts';

const { authenticationUrl } = sampleSetup();
const quit = ['Quit', true];

const requestUrl = (changed: Record<string, string>): string =>
  `${authenticationUrl}?${new URLSearchParams({ ...goodParameters, ...changed })}`;

describe("diagnose in the wizard's menu", () => {
  const typed = ['NA', ['api:data:company'], clientId, clientSecret, 'Continue', 'All'];

  test('compares with the answers, and says to save before generating a new pair', async () => {
    const verifier = 'q7Zt0PpXc3VbN1mL9kJh5GfDsA2wErTyUiO4-_x6Y8Q';
    const paste = requestUrl({ code_verifier: verifier, scope: 'api:data:company' });
    const { code, stderr } = await perform(['--no-open'], {
      terminal: true,
      env: { ZI_OAUTH_CODE_VERIFIER: verifier },
      replies: [...typed, 'Diagnose', paste, ...quit],
    });
    expect(code).toBe(0);
    const [, diagnosis = ''] = stderr.split('request.parameters');
    expect(diagnosis).toMatch(/wrong-send-in[\s\S]*[Ss]ave the setup[\s\S]*zi-oauth-setup rotate <file>/);
    expect(diagnosis).not.toContain(clientSecret);
  });

  test('names the file if it contains the values', async () => {
    const { stderr } = await perform(['--from', 'f.json', '--no-open'], {
      terminal: true,
      savedFile: renderJson(sampleSetup()),
      replies: ['Continue', 'All', 'Diagnose', requestUrl({ client_id: '0oaAnotherClientId00' }), 'Done'],
    });
    expect(stderr).toMatch(/request\.client-id[\s\S]*f\.json/);
  });

  test('an unrecognized paste says what to paste, then returns to the menu', async () => {
    const { code, stderr } = await perform(['--no-open'], {
      terminal: true,
      replies: [...typed, 'Diagnose', 'hello', ...quit],
    });
    expect(code).toBe(0);
    expect(stderr).toMatch(/[Nn]othing[^.]*recognized[\s\S]*address bar/);
  });
});
