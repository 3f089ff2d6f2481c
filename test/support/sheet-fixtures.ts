import type { Setup } from '../../src/setup-file/schema.ts';
import { sampleSetup } from './setup-fixture.ts';

/** Texts that would become markup, scripts, or extra lines in a page that doesn't escape them. */
export const hostileSetup: Setup = sampleSetup({
  name: `</script><img src=x onerror="alert(1)">'"\`&amp;&lt;</style><svg onload=alert(2)>`,
  description:
    'first line\nsecond line\r\nthird\u00a0line  two spaces \u05d0\u05d1 -->]]> \u{1f469}\u200d\u{1f4bb} e\u0301 ',
  clientId: `"><script>alert(3)</script>`,
  clientSecret: `'><iframe src="javascript:alert(4)">\\u003c`,
});

/** Every text with a Copy button on the sheet, in form order. */
export function copiedTexts(setup: Setup): string[] {
  const { name, description, connector, clientId, clientSecret } = setup;
  const { authenticationUrl, accessTokenUrl, refreshTokenUrl, pkce } = setup;
  return [
    ...[setup.redirectUri, ...setup.scopes],
    ...[name, description, connector, clientId, clientSecret, setup.scopes.join(' ')],
    ...[authenticationUrl, accessTokenUrl, refreshTokenUrl],
    ...['response_type', 'code', 'code_challenge', pkce.codeChallenge],
    ...['code_verifier', pkce.codeVerifier],
  ]
    .filter((text) => text !== null)
    .filter(Boolean);
}
