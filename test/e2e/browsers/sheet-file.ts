import { expect } from 'vitest';
import { renderHtml } from '../../../src/render/html/sheet-page.ts';
import type { DrivenBrowser } from '../../support/browsers/driven-browser.ts';
import { type Engine, testIn } from '../../support/browsers/engines.ts';
import {
  click,
  copyByKeys,
  faintTexts,
  openAsFile,
  paste,
  sidewaysScroll,
  stored,
  textOf,
  until,
  violations,
  violationsOfAccess,
  visible,
} from '../../support/browsers/in-page.ts';
import { sampleSetup } from '../../support/setup-fixture.ts';
import { copiedTexts, hostileSetup } from '../../support/sheet-fixtures.ts';

const refuseClipboardApi = `void Object.defineProperty(Clipboard.prototype, 'writeText', {
  value: () => Promise.reject(new DOMException('', 'NotAllowedError')) })`;
const hideClipboardApi = "void Object.defineProperty(navigator, 'clipboard', { value: undefined })";
const refuseCommand = 'void (document.execCommand = () => false)';

/** Records what Tab reaches from now on: its text, whether it matches :focus-visible, and its outline. */
const noteFocus = `void (window.reached = [], document.addEventListener('focusin', ({ target }) =>
  reached.push([target.textContent, target.matches(':focus-visible'), getComputedStyle(target).outlineWidth])))`;

/** Applies the print styles to the screen. */
const print = `void [...document.styleSheets[0].cssRules].filter(({ media }) => media?.mediaText === 'print')
  .forEach(({ media }) => { media.mediaText = 'all'; })`;

/** How much narrower than its section each value is. */
const missingWidths = `[...document.querySelectorAll('.copyable')].map((each) => {
  const box = each.querySelector('details') ?? each.querySelector('.value');
  const section = each.closest('section');
  const { paddingLeft, paddingRight } = getComputedStyle(section);
  const room = section.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  return Math.abs(room - box.getBoundingClientRect().width);
})`;

/** Tests the copy sheet opened as a file. */
export function testSheetFile(engine: Engine, browser: DrivenBrowser): void {
  const test = testIn(engine);
  const open = (html: string): Promise<void> => openAsFile(browser, html);
  const status = (): Promise<string> => textOf(browser, '#status');
  const count = (selector: string): Promise<number> => browser.evaluate(`${visible(selector)}.length`);
  const copyAndPaste = async (button: string): Promise<string> => {
    await copyByKeys(browser, button);
    return paste(browser);
  };

  test('copies every value exactly, including hidden ones, and links to the next steps', async () => {
    await open(renderHtml(hostileSetup));
    const expected = copiedTexts(hostileSetup);
    const copied: string[] = [];
    for (const index of expected.keys())
      copied.push(await copyAndPaste(`document.querySelectorAll('.place .copy')[${index}]`));
    expect(copied).toEqual(expected.map(browser.asPasted));
    expect(await status()).toMatch(/ copied\. All values copied\.$/);
    expect(await textOf(browser, '#count')).toBe(`${expected.length} of ${expected.length} copied`);
    expect(await count('details[open]')).toBe(0);
    expect(await count('.done')).toBe(5);
    await click(browser, '#to-next');
    expect(await browser.evaluate('[location.hash, next.dataset.reached]')).toEqual(['#next', '']);
  });

  test('hostile names are inert; nothing is stored, logged, or requested', async () => {
    expect(await count('img, iframe, svg, textarea')).toBe(0);
    expect(await browser.evaluate('document.scripts.length')).toBe(1);
    expect(await textOf(browser, '#registration-0')).toBe(hostileSetup.name);
    expect(await stored(browser)).toBe(0);
    expect(await violations(browser)).toEqual([]);
    expect(browser.noise).toEqual([]);
  });

  test('copies if the Clipboard API is blocked or missing, and selects the value if everything is blocked', async () => {
    for (const [spoil, id, text] of [
      [refuseClipboardApi, 'registration-0', hostileSetup.name],
      [refuseClipboardApi, 'registration-1', hostileSetup.description],
      [hideClipboardApi, 'registration-4', hostileSetup.clientSecret],
    ] as const) {
      await browser.evaluate(spoil);
      expect(await copyAndPaste(`document.querySelector('[data-copies=${id}]')`)).toBe(
        browser.asPasted(text ?? ''),
      );
    }
    await browser.evaluate(refuseCommand);
    await click(browser, '[data-copies=registration-4]');
    await until(
      browser,
      "document.getElementById('status').textContent.includes('Client Secret is selected')",
    );
    expect(await browser.evaluate('getSelection().toString()')).toBe(hostileSetup.clientSecret);
  });

  test('Tab reaches every control in order, with a visible focus ring', async () => {
    await open(renderHtml(sampleSetup()));
    const focusable = await browser.evaluate<string[]>(
      `${visible('a[href], summary, button')}.map(({ textContent }) => textContent)`,
    );
    await browser.evaluate(noteFocus);
    await browser.press('Tab', focusable.length);
    expect(await browser.evaluate('reached')).toEqual(focusable.map((text) => [text, true, '3px']));
  });

  test('keys and clicks reveal and hide a secret', async () => {
    const [secret, verifier] = ['#registration-4', '#token-request-0-value'];
    const expectShown = (value: string, isShown: boolean): Promise<void> =>
      until(browser, `${visible(value)}.length === ${Number(isShown)}`);
    const summaryOf = (value: string): string => `details:has(${value}) summary`;
    await expectShown(secret, false);
    await browser.evaluate(`void document.querySelector('${summaryOf(secret)}').focus()`);
    await browser.press('Space');
    await expectShown(secret, true);
    await browser.press('Enter');
    await expectShown(secret, false);
    for (const isShown of [true, false]) {
      await click(browser, summaryOf(verifier));
      await expectShown(verifier, isShown);
    }
  });

  test("a section is checked off when all of its values are copied; commands don't count", async () => {
    const buttons = '#application .copy';
    const last = (await count(buttons)) - 1;
    for (const index of Array.from({ length: last + 1 }).keys()) {
      expect(await count('#application .done')).toBe(0);
      await click(browser, `#application .copy:not([data-copied])`);
      await until(browser, `document.getElementById('count').textContent === '${index + 1} of 17 copied'`);
    }
    expect(await count('.done')).toBe(1);
    expect(await status()).toMatch(/ copied\. Section complete\.$/);
    await click(browser, '#next .copy');
    await until(browser, "document.getElementById('status').textContent === 'Command copied.'");
    expect(await paste(browser)).toBe('zi-oauth-setup verify zoominfo.json --online');
    expect(await textOf(browser, '#count')).toBe(`${last + 1} of 17 copied`);
  });

  test('is legible and accessible', async () => {
    expect(await faintTexts(browser)).toEqual([]);
    if (engine.runsAxe) expect(await violationsOfAccess(browser)).toEqual([]);
  });

  test('the printed page has the values, but no buttons or secrets', async () => {
    await browser.evaluate(print);
    expect(await count('button, .progress, .reveal')).toBe(0);
    expect(await count('#registration-3')).toBe(1);
    expect(await count('#registration-4')).toBe(0);
  });

  test('without scripts, there are no buttons, and a click selects a value', async () => {
    await open(renderHtml(hostileSetup).replace(/script-src [^;]+/, "script-src 'none'"));
    expect(await count('button, .progress')).toBe(0);
    await click(browser, 'summary');
    await click(browser, '#registration-4');
    expect(await browser.evaluate('getSelection().toString()')).toBe(hostileSetup.clientSecret);
  });

  test('in a narrow window, scrolls only vertically, and every value has the full width', async () => {
    await open(renderHtml(hostileSetup));
    for (const width of [400, 320]) {
      await browser.narrowTo(width);
      expect(await browser.evaluate('innerWidth')).toBe(width);
      expect(await sidewaysScroll(browser)).toBe(0);
      const missing = await browser.evaluate<number[]>(missingWidths);
      expect(missing.length).toBeGreaterThan(17);
      expect(Math.max(...missing)).toBeLessThan(0.5);
    }
  });
}
