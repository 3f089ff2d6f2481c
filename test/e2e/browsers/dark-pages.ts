import { beforeAll, expect } from 'vitest';
import { renderHtml } from '../../../src/render/html/sheet-page.ts';
import { resultPage } from '../../../src/verify/login/result-page.ts';
import type { DrivenBrowser } from '../../support/browsers/driven-browser.ts';
import { type Engine, longestStart, testIn } from '../../support/browsers/engines.ts';
import {
  faintTexts,
  openAsFile,
  sidewaysScroll,
  violationsOfAccess,
} from '../../support/browsers/in-page.ts';
import { hostileSetup } from '../../support/sheet-fixtures.ts';

/** The color of the window where the page paints nothing. */
const canvasColor = `(() => {
  const { style } = document.documentElement.appendChild(document.createElement('div'));
  style.color = 'Canvas';
  return getComputedStyle(document.documentElement.lastChild).color;
})()`;

/** Both pages in dark mode, in a narrow window. */
export function testDarkPages(engine: Engine, browser: DrivenBrowser): void {
  const test = testIn(engine);
  beforeAll(async () => {
    if (engine.isThere) await browser.turnDark();
  }, longestStart);

  test('the copy sheet is dark and legible', async () => {
    await openAsFile(browser, renderHtml(hostileSetup));
    await browser.narrowTo(320);
    expect(await browser.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(
      'rgb(13, 17, 23)',
    );
    expect(await faintTexts(browser)).toEqual([]);
    if (engine.runsAxe) expect(await violationsOfAccess(browser)).toEqual([]);
  });

  test('the sign-in result page is dark and legible', async () => {
    await openAsFile(browser, resultPage('warn').html);
    await browser.narrowTo(320);
    expect(await browser.evaluate(canvasColor)).not.toBe('rgb(255, 255, 255)');
    expect(await faintTexts(browser)).toEqual([]);
    expect(await sidewaysScroll(browser)).toBe(0);
  });
}
