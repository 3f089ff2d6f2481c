import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { makeCertificate } from './certificates.ts';
import { quiet } from './chromium.ts';
import { redeem, signInUrl } from './jitterbit.ts';
import type { Registration } from './registration.ts';
import { chromiumPath } from './requirements.ts';

/** What a person can see and copy during a sign-in. */
export interface SeenSignIn {
  /** The URL that the window opens with. */
  readonly window: string;
  /** The URL in the address bar at the end. */
  readonly end: string;
  /** The text of the last page. After a sign-in, this is what Studio says about the token request. */
  readonly page: string;
  /** The source of the same page. */
  readonly source: string;
  /** Whether the server issued tokens and refreshed them. */
  readonly works: boolean;
}

export interface SignInWindow {
  /** Signs in with a real browser as a user of the connection does. */
  readonly signIn: (registration: Registration) => Promise<SeenSignIn>;
  readonly close: () => Promise<void>;
}

const success = 'The connection was tested successfully.';

/** What Select All and Copy put on the clipboard. */
const copyAll = 'getSelection().selectAllChildren(document.body); String(getSelection())';

/** The sign-in page requires both, the consent page neither. Scripts are faster than clicks. */
const hasForm = "document.querySelector('form button[type=submit]') !== null";
const submitForm = `
  for (const input of document.querySelectorAll('input[name=login], input[name=password]')) input.value = 'user';
  document.querySelector('form button[type=submit]').click();`;

/** A browser for which every host of Jitterbit is a stand-in on this machine, which redeems the code it gets. */
export async function openSignInWindow(): Promise<SignInWindow> {
  const registrations = new Map<string, Registration>();
  const server = createServer(
    makeCertificate({ hosts: 'DNS:*.na-east.jitterbit.com' }),
    async (request, response) => {
      const back = new URL(request.url ?? '/', 'https://x').searchParams;
      const registration = registrations.get(back.get('state') ?? '');
      const said = registration === undefined ? '' : await studioSays(registration, back);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(studioPage(said));
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath: chromiumPath ?? '',
    args: [
      ...quiet,
      // A page of the server requests a font from a host that must stay unreachable.
      `--host-resolver-rules=MAP *.jitterbit.com 127.0.0.1:${port},MAP *.googleapis.com ~NOTFOUND`,
      '--ignore-certificate-errors',
    ],
  });
  const idle: Page[] = [];
  return {
    signIn: async (registration) => {
      const state = `state-of-sign-in-${registrations.size}`;
      registrations.set(state, registration);
      const page = idle.pop() ?? (await openWindow(browser));
      const seen = await inWindow(page, signInUrl(registration, state));
      // Opening a window takes longer than signing in. Without cookies, it can be reused.
      await page.context().clearCookies();
      idle.push(page);
      return seen;
    },
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function openWindow(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  return context.newPage();
}

async function inWindow(page: Page, window: string): Promise<SeenSignIn> {
  await page.goto(window).catch((error: Error) => untilOwnPage(page, error));
  while (await page.evaluate(hasForm))
    await Promise.all([page.waitForEvent('load'), page.evaluate(submitForm)]);
  const text = await page.evaluate<string>(copyAll);
  return {
    window,
    end: page.url(),
    page: text,
    source: await page.content(),
    works: text.includes(success),
  };
}

/** For a response without a body, which counts as a failure, waits for the browser's own error page. */
async function untilOwnPage(page: Page, error: Error): Promise<void> {
  if (!error.message.includes('ERR_HTTP_RESPONSE_CODE_FAILURE')) throw error;
  await page.waitForFunction("document.body.innerText.includes('HTTP ERROR')");
}

async function studioSays(registration: Registration, back: URLSearchParams): Promise<string> {
  const code = back.get('code');
  if (code !== null) return (await redeem(registration, code)) ?? success;
  const words = [back.get('error'), back.get('error_description')].filter((each) => each !== null);
  return `Authorization failed. ${words.join(': ')}`;
}

function studioPage(said: string): string {
  const escaped = said.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html><title>Jitterbit</title><body><p>${escaped}</p></body>`;
}
