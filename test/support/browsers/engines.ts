import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { chromiumPath, firefoxPath, hasProgram, testWhere } from '../requirements.ts';
import { startChromium } from './chromium-browser.ts';
import type { DrivenBrowser } from './driven-browser.ts';
import { startFirefox } from './firefox-browser.ts';
import { startWebkit } from './webkit-browser.ts';

export interface Engine {
  readonly name: string;
  readonly isThere: boolean;
  /** What must be installed. */
  readonly need: string;
  /** axe is slow and reports the same in every engine. */
  readonly runsAxe: boolean;
  readonly start: (folder: string) => Promise<DrivenBrowser>;
}

/** The engines of users' browsers. */
export const engines: readonly Engine[] = [
  {
    name: 'Chromium',
    isThere: chromiumPath !== undefined,
    need: 'Chromium or Google Chrome (set CHROMIUM to its path)',
    runsAxe: true,
    start: startChromium,
  },
  {
    name: 'Firefox',
    isThere: firefoxPath !== undefined,
    need: 'Firefox (set FIREFOX to its path)',
    runsAxe: false,
    start: startFirefox,
  },
  {
    name: 'WebKit',
    isThere: hasProgram('WebKitWebDriver', '--help') && hasProgram('Xvfb', '-help'),
    need: 'WebKitWebDriver (webkit2gtk-driver) and Xvfb',
    runsAxe: false,
    start: startWebkit,
  },
];

export const testIn = ({ isThere, need }: Engine): ReturnType<typeof testWhere> => testWhere(isThere, need);

/** Browsers start slowly on a busy machine. */
export const longestStart = 120_000;

/** Shares one browser among all tests of a group, since starting it is the most expensive part. */
export function useBrowser({ isThere, start }: Engine): DrivenBrowser {
  let browser: DrivenBrowser | undefined;
  let folder = '';
  beforeAll(async () => {
    if (!isThere) return;
    folder = mkdtempSync(join(tmpdir(), 'browser-'));
    browser = await start(folder);
  }, longestStart);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return new Proxy({} as DrivenBrowser, { get: (_, name) => Reflect.get(browser ?? {}, name) });
}
