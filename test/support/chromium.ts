import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { testWhere } from './requirements.ts';

const candidates = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const executablePath = candidates.find((path) => path !== '' && existsSync(path));

/** A test in a real browser. */
export const testInChromium = testWhere(
  executablePath !== undefined,
  'Chromium or Google Chrome (CHROMIUM names its path)',
);

const quiet = [
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
    if (executablePath !== undefined) browser = await chromium.launch({ executablePath, args: quiet });
  });
  afterAll(() => browser?.close());
  return () => {
    if (browser === undefined) throw new Error('There is no browser.');
    return browser;
  };
}
