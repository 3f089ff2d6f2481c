import { expect, onTestFinished } from 'vitest';
import type { RefusedVisitor } from '../../../src/context/page.ts';
import { servePage } from '../../../src/io/page-server.ts';
import { makeVisitorGuard } from '../../../src/io/visitor-guard.ts';
import { contentPolicy, renderHtml } from '../../../src/render/html/sheet-page.ts';
import type { DrivenBrowser } from '../../support/browsers/driven-browser.ts';
import { type Engine, testIn } from '../../support/browsers/engines.ts';
import { copyByKeys, paste, stored, textOf, titleOf, violations } from '../../support/browsers/in-page.ts';
import { idleInput } from '../../support/idle-input.ts';
import { addressOf, folderWithSetup, openSheet } from '../../support/opened-sheet.ts';
import { sampleSetup } from '../../support/setup-fixture.ts';

const title = 'ZoomInfo (Beta): 3-legged OAuth 2.0';
const secret = "document.querySelector('[data-copies=registration-4]')";

/** Serves the sheet as on a system that can't identify the user of a connection, and collects denied visitors. */
async function serveByCookie() {
  const refused: RefusedVisitor[] = [];
  const stdin = idleInput();
  const page = { html: renderHtml(sampleSetup()), contentPolicy };
  const options = { onRefused: (visitor: RefusedVisitor) => void refused.push(visitor) };
  const guardFor = (path: string) => makeVisitorGuard(path, () => undefined);
  const { url, closed } = await servePage(page, options, stdin, 60_000, guardFor);
  onTestFinished(async () => {
    stdin.push('\n');
    await closed;
  });
  return { url, refused };
}

/** Tests the copy sheet as `show --open` serves it. */
export function testServedSheet(engine: Engine, browser: DrivenBrowser): void {
  const test = testIn(engine);
  test('copies values, and stores, logs, and requests nothing', async () => {
    const url = await addressOf(openSheet(folderWithSetup()));
    browser.noise.length = 0;
    await browser.open(url);
    await copyByKeys(browser, secret);
    expect(await paste(browser)).toBe(sampleSetup().clientSecret);
    expect(await stored(browser)).toBe(0);
    expect(await violations(browser)).toEqual([]);
    expect(browser.noise).toEqual([]);
    await browser.open(url.replace('127.0.0.1', 'localhost'));
    expect(await textOf(browser, 'body')).toBe('Unexpected Host header.\n');
  });

  test('where users are unknown, the first browser gets a cookie, and a second one is denied', async () => {
    const { url, refused } = await serveByCookie();
    await browser.open('about:blank');
    await browser.open(url);
    expect(await stored(browser)).toBe(0);
    for (const where of ['reload', 'back', 'forward'] as const) {
      await browser.go(where);
      await expect.poll(() => titleOf(browser)).toBe(where === 'back' ? '' : title);
    }
    await browser.inNewTab(async () => {
      await browser.open(url);
      expect(await titleOf(browser)).toBe(title);
    });
    expect(refused).toEqual([]);
    expect((await fetch(url)).status).toBe(403);
    expect(refused).toEqual(['second-browser']);
    await browser.go('reload');
    expect(await titleOf(browser)).toBe(title);
  });

  test('is denied if another program opened the page first', async () => {
    const { url, refused } = await serveByCookie();
    expect((await fetch(url)).status).toBe(200);
    await browser.open(url);
    expect(await textOf(browser, 'body')).toBe('This page is only for the user who opened it.\n');
    expect(refused).toEqual(['second-browser']);
  });
}
