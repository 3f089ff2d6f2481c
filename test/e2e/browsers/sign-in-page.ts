import { afterAll, beforeAll, expect } from 'vitest';
import type { DrivenBrowser } from '../../support/browsers/driven-browser.ts';
import { type Engine, testIn } from '../../support/browsers/engines.ts';
import { textOf, violations } from '../../support/browsers/in-page.ts';
import { freePort } from '../../support/misbehaving-server.ts';
import { type OauthServer, signIn, startOauthServer } from '../../support/oauth-server.ts';
import { runVerifyHere } from '../../support/verify-run.ts';

/** Tests the last page of `verify --login --loopback`. */
export function testSignInPage(engine: Engine, browser: DrivenBrowser): void {
  const test = testIn(engine);
  let server: OauthServer;
  let loopback: string;
  beforeAll(async () => {
    loopback = `http://127.0.0.1:${await freePort()}/callback`;
    server = await startOauthServer({ redirectUris: [loopback] });
  });
  afterAll(() => server.close());

  test.each([
    ['signs in', false, 'Sign-in succeeded', 0],
    ['denies', true, 'Sign-in failed', 5],
  ])(
    'a user who %s sees the result, and the code disappears from the address bar and the history',
    async (_, deny, title, code) => {
      let shown = Promise.resolve();
      await browser.open('about:blank');
      browser.noise.length = 0;
      const { exitCode } = await runVerifyHere({
        setup: server.setup(true),
        flags: ['--login', '--loopback', loopback],
        secrets: () => server.secrets,
        browser: async (address) => {
          shown = signIn(address, loopback, deny).then(browser.open);
          return true;
        },
      });
      await shown;
      expect(exitCode).toBe(code);
      expect(await textOf(browser, 'h1')).toBe(title);
      expect(await browser.evaluate('location.href')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}$/);
      expect(await violations(browser)).toEqual([]);
      expect(browser.noise).toEqual([]);
      await browser.go('back');
      await expect.poll(() => browser.evaluate('location.href')).toBe('about:blank');
    },
  );
}
