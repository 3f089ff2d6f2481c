import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { chromiumPath, testWhere } from './requirements.ts';

/** A test in a real browser. */
export const testInChromium = testWhere(
  chromiumPath !== undefined,
  'Chromium or Google Chrome (CHROMIUM names its path)',
);

/** What keeps the browser from talking to anyone of its own accord. */
export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** One browser for the tests of a file; each test takes a context of its own. */
export function useChromium(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (chromiumPath !== undefined)
      browser = await chromium.launch({ executablePath: chromiumPath, args: quiet });
  });
  afterAll(() => browser?.close());
  return () => {
    if (browser === undefined) throw new Error('There is no browser.');
    return browser;
  };
}
