import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type Check, linesOfFix } from '../../src/checks/check.ts';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { renderJson } from '../../src/render/json.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { plainText } from '../../src/terminal/layout.ts';
import { perform } from '../support/context.ts';
import { startOauthServer } from '../support/oauth-server.ts';
import { authorizePath, startOktaLike, tokenPath } from '../support/okta-like-server.ts';
import { type Registration, registered, type Slip, slips } from '../support/registration.ts';
import { testWith } from '../support/requirements.ts';
import { sampleSetup } from '../support/setup-fixture.ts';
import { openSignInWindow, type SeenSignIn, type SignInWindow } from '../support/sign-in-window.ts';
import { expectNoSecret } from '../support/verify-run.ts';

/** What a diagnosis says of the spoiled value: n, it's the wrong one; a, it's among the causes; -, nothing. */
type Outcome = 'n' | 'a' | '-';

/** Three outcomes: from the first URL of the window, from the text of the last page, and from everything. */
type Outcomes = `${Outcome}${Outcome}${Outcome}`;

/**
 * By mistake: with oidc-provider, which reveals little, and with Okta's messages. Values registered at ZoomInfo, and those
 * only in the token request, aren't in any URL.
 */
const expected: Readonly<Record<string, readonly [oidc: Outcomes, okta: Outcomes]>> = {
  "Sign-in Redirect URI, another region's": ['-nn', '-nn'],
  'OAuth 2.0 scopes, one not selected': ['-nn', '-nn'],
  'Client ID, cut short': ['nnn', 'nnn'],
  'Client Secret, one character wrong': ['-an', '-nn'],
  'Scopes, separated by commas': ['n-n', 'nnn'],
  'Authentication URL, that of the token': ['nan', 'nan'],
  'Access token URL, that of the sign-in': ['-aa', '-aa'],
  'Refresh token URL, that of the sign-in': ['-aa', '-aa'],
  'response_type, token': ['n-n', 'nnn'],
  'code_challenge, one character wrong': ['nan', 'nan'],
  'code_verifier, one character wrong': ['-aa', '-an'],
  'response_type, Send in Request Body': ['nnn', 'nnn'],
  'code_challenge, Send in Request Body': ['nnn', 'nnn'],
  'code_verifier, Send in Request URL': ['-aa', '-an'],
  'code_verifier, in the tab Authentication request': ['nan', 'nan'],
  'code_challenge, no row': ['nnn', 'nnn'],
  'response_type, no row': ['nnn', 'nnn'],
  'code_verifier, no row': ['-aa', '-an'],
};

/** How a diagnosis names the place of a value in a console. */
const places: Readonly<Record<string, RegExp>> = {
  'Sign-in Redirect URI': /Sign-in Redirect URIs/,
  'OAuth 2.0 scopes': /OAuth 2\.0 scopes/,
  Scopes: /> Scopes/,
};

function outcome(checks: readonly Check[], { value }: Slip): Outcome {
  const place = places[value] ?? new RegExp(value);
  const textOf = ({ detail, fix = '' }: Check): string => `${detail}\n${plainText(linesOfFix(fix))}`;
  const failed = checks.filter(({ status }) => status === 'fail');
  // Only the spoiled value is reported as wrong.
  for (const check of failed) expect(textOf(check)).toMatch(place);
  if (failed.length > 0) return 'n';
  const possible = checks.filter(({ id, status }) => status === 'inconclusive' || id === 'response.code');
  return possible.some((check) => place.test(textOf(check))) ? 'a' : '-';
}

/** Runs the command on a paste. */
async function diagnosed(setup: Setup, paste: string): Promise<Check[]> {
  const args = ['diagnose', 'zoominfo.json', '-f', 'json'];
  const { code, stdout, stderr } = await perform(args, { savedFile: renderJson(setup), stdin: paste });
  expectNoSecret(stdout + stderr, [setup.clientSecret ?? '', setup.pkce.codeVerifier]);
  const { checks } = JSON.parse(stdout) as { checks: Check[] };
  const isWrong = checks.some(({ status }) => status === 'fail');
  const isOpen = checks.length === 0 || checks.some(({ status }) => status === 'inconclusive');
  expect(code).toBe(isWrong ? 3 : isOpen ? 4 : 0);
  return checks;
}

async function outcomesOf(setup: Setup, { window, end, page }: SeenSignIn, slip: Slip): Promise<Outcomes> {
  const here = (paste: string): Check[] => diagnose(recognize(paste), { setup });
  const all = await diagnosed(setup, [window, end, page].join('\n\n'));
  return `${outcome(here(window), slip)}${outcome(here(page), slip)}${outcome(all, slip)}`;
}

/** A server with the ZoomInfo application as a person registered it, and the setup that should be registered. */
interface Stage {
  readonly setup: Setup;
  readonly close: () => Promise<void>;
}

type Open = (registration: Registration) => Promise<Stage>;

const openOidcProvider: Open = async ({ redirectUris, applicationScopes }) => {
  const { setup, close } = await startOauthServer({
    registered: { redirectUris, scopes: applicationScopes },
  });
  return { setup: setup(true), close };
};

const openOktaLike: Open = async ({ redirectUris, applicationScopes }) => {
  const { clientId, clientSecret } = registered(sampleSetup());
  const application = { clientId, clientSecret, redirectUris, scopes: applicationScopes };
  const { origin, close } = await startOktaLike(application);
  const urls = { authenticationUrl: `${origin}${authorizePath}`, accessTokenUrl: `${origin}${tokenPath}` };
  return { setup: sampleSetup(urls, true), close };
};

const servers: readonly Open[] = [openOidcProvider, openOktaLike];

const testInWindow = testWith(['chromium', 'openssl']);

describe('a sign-in at oidc-provider, and at a server with the words of Okta', () => {
  let browser: SignInWindow;
  beforeAll(async () => {
    browser = await openSignInWindow();
  });
  afterAll(() => browser?.close());

  /** Signs in with what a person registered, instead of the setup that should be registered. */
  async function signIn(open: Open, spoil: Slip['spoil']): Promise<{ setup: Setup; seen: SeenSignIn }> {
    const { setup, close } = await open(spoil(registered(sampleSetup())));
    const seen = await browser.signIn(spoil(registered(setup)));
    await close();
    return { setup, seen };
  }

  testInWindow('works with a correct registration', async () => {
    const signIns = await Promise.all(servers.map((open) => signIn(open, (right) => right)));
    expect(signIns.map(({ seen }) => seen.works)).toEqual([true, true]);
  });

  testInWindow.each(slips)('fails for $value, $how, and the diagnosis blames nothing else', async (slip) => {
    const signIns = await Promise.all(servers.map((open) => signIn(open, slip.spoil)));
    expect(signIns.map(({ seen }) => seen.works)).toEqual([false, false]);
    const outcomes = signIns.map(({ setup, seen }) => outcomesOf(setup, seen, slip));
    expect(await Promise.all(outcomes)).toEqual(expected[`${slip.value}, ${slip.how}`]);
  });
});
