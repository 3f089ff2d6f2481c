import { chromium, type Page } from 'playwright-core';
import { quiet } from '../chromium.ts';
import { chromiumPath } from '../requirements.ts';
import type { DrivenBrowser } from './driven-browser.ts';

/** Starts Chromium, driven by the DevTools protocol. */
export async function startChromium(): Promise<DrivenBrowser> {
  const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: quiet });
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const noise: string[] = [];
  const newPage = async (): Promise<Page> => {
    const opened = await context.newPage();
    listenTo(opened, noise);
    return opened;
  };
  let page = await newPage();
  const history = {
    back: () => page.goBack(),
    forward: () => page.goForward(),
    reload: () => page.reload(),
  };
  return {
    noise,
    asPasted: (text) => text,
    open: async (url) => void (await page.goto(url)),
    go: async (where) => void (await history[where]()),
    evaluate: (expression) => page.evaluate(expression),
    press: async (chord, times = 1) => {
      for (let count = 0; count < times; count += 1) await page.keyboard.press(chord);
    },
    clickAt: (x, y) => page.mouse.click(x, y),
    inNewTab: async (act) => {
      const first = page;
      page = await newPage();
      await act();
      await page.close();
      page = first;
    },
    narrowTo: (width) => page.setViewportSize({ width, height: 640 }),
    turnDark: () => page.emulateMedia({ colorScheme: 'dark' }),
    close: () => browser.close(),
  };
}

function listenTo(page: Page, noise: string[]): void {
  page.on('console', (message) => noise.push(message.text()));
  page.on('pageerror', ({ message }) => noise.push(message));
  page.on('dialog', (dialog) => noise.push(`dialog ${dialog.message()}`));
  page.on('request', (request) => {
    if (!request.isNavigationRequest() && !request.url().startsWith('data:')) noise.push(request.url());
  });
}
