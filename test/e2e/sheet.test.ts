import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, onTestFinished } from 'vitest';
import { renderHtml } from '../../src/render/html/sheet-page.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { testInChromium, useChromium } from '../support/chromium.ts';
import { temporaryFolder } from '../support/folder.ts';
import { sampleSetup } from '../support/setup-fixture.ts';
import { copiedTexts, hostileSetup } from '../support/sheet-fixtures.ts';

const browser = useChromium();

interface Sheet {
  readonly page: Page;
  /** Everything that the page emitted: console messages, errors, and requests except for the page. */
  readonly noise: readonly string[];
}

/** The sheet as a file on disk. `init` runs in the page before its own script. */
async function openFile(setup: Setup, options: BrowserContextOptions = {}, init = ''): Promise<Sheet> {
  const path = join(temporaryFolder(), 'sheet.html');
  writeFileSync(path, renderHtml(setup));
  const address = pathToFileURL(path).href;
  const context = await browser().newContext({ viewport: { width: 1000, height: 800 }, ...options });
  onTestFinished(() => context.close());
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  if (init !== '') await context.addInitScript(init);
  const page = await context.newPage();
  const noise: string[] = [];
  page.on('console', (message) => noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(error.message));
  page.on('dialog', (dialog) => noise.push(`dialog ${dialog.message()}`));
  page.on('request', (request) => {
    if (request.url() !== address && !request.url().startsWith('data:')) noise.push(request.url());
  });
  await page.goto(address);
  return { page, noise };
}

const clipboard = (page: Page): Promise<string> => page.evaluate<string>('navigator.clipboard.readText()');

/** The Copy buttons of the values; those of the commands come after them and aren't counted. */
const valueButtons = (page: Page) => page.locator('.place button.copy');

/** Presses the Copy button of every value and reads the clipboard after each. */
async function copyAll(page: Page): Promise<string[]> {
  const texts: string[] = [];
  const buttons = await valueButtons(page).all();
  for (const [index, button] of buttons.entries()) {
    await button.click();
    await page.getByText(`${index + 1} of ${buttons.length} copied`).waitFor();
    texts.push(await clipboard(page));
  }
  return texts;
}

/** Presses the Copy button of every value, faster than a user could. */
async function pressAll(page: Page): Promise<void> {
  const count = await valueButtons(page).count();
  await page.evaluate("document.querySelectorAll('.place button.copy').forEach((each) => each.click())");
  await page.getByText(`${count} of ${count} copied`).waitFor();
}

const refuseClipboardApi = `Object.defineProperty(Clipboard.prototype, 'writeText', {
  value: () => Promise.reject(new DOMException('', 'NotAllowedError')) });`;

describe('copying', () => {
  testInChromium('copies every value exactly, hidden ones too, and counts', async () => {
    const { page, noise } = await openFile(hostileSetup);
    expect(await copyAll(page)).toEqual(copiedTexts(hostileSetup));
    expect(await page.locator('details[open]').count()).toBe(0);
    expect(await page.locator('section[data-done]').count()).toBe(4);
    expect(noise).toEqual([]);
  });

  testInChromium('ticks a section when all of its values are copied, and only then', async () => {
    const { page } = await openFile(sampleSetup());
    const heading = page.getByRole('heading', { name: 'ZoomInfo application' });
    const buttons = await page.locator('#application button.copy').all();
    for (const [index, button] of buttons.entries()) {
      expect(await heading.getByText('All copied').isVisible()).toBe(false);
      await button.click();
      await page.getByText(`${index + 1} of 17 copied`).waitFor();
    }
    expect(await heading.getByText('All copied').isVisible()).toBe(true);
    await page.getByRole('status').getByText('Section complete').waitFor();
    expect(await page.getByText('All copied').locator('visible=true').count()).toBe(1);
  });

  testInChromium('leads to what is next when every value is copied', async () => {
    const { page, noise } = await openFile(sampleSetup());
    const end = page.getByRole('region', { name: "What's next" });
    const link = page.getByRole('link', { name: "What's next" });
    expect([await end.isVisible(), await link.isVisible()]).toEqual([true, false]);
    await pressAll(page);
    await page.getByRole('status').getByText('All values copied').waitFor();
    expect(await end.getByText('All values copied').isVisible()).toBe(true);
    await link.click();
    expect(await end.getAttribute('data-reached')).toBe('');
    expect(new URL(page.url()).hash).toBe('#next');
    expect(noise).toEqual([]);
  });

  testInChromium('copies the commands too, but does not count them', async () => {
    const { page } = await openFile(sampleSetup());
    await page.getByRole('button', { name: 'Copy command: Verify the setup' }).click();
    await page.getByRole('status').getByText('Command copied').waitFor();
    expect(await clipboard(page)).toBe('zi-oauth-setup verify zoominfo.json --online');
    expect(await page.locator('#count').textContent()).toBe('0 of 17 copied');
  });

  testInChromium('works where the Clipboard API is refused', async () => {
    const { page } = await openFile(hostileSetup, {}, refuseClipboardApi);
    expect(await copyAll(page)).toEqual(copiedTexts(hostileSetup));
    expect(await page.locator('textarea').count()).toBe(0);
  });

  testInChromium('shows and selects the value where the browser refuses both ways', async () => {
    const refuse = `${refuseClipboardApi} document.execCommand = () => false;`;
    const { page } = await openFile(sampleSetup(), {}, refuse);
    await page.getByRole('button', { name: 'Copy Client Secret' }).click();
    await page.getByRole('status').getByText('Client Secret is selected').waitFor();
    expect(await page.evaluate('getSelection().toString()')).toBe(sampleSetup().clientSecret);
    expect(await page.locator('#count').textContent()).toBe('0 of 17 copied');
  });
});

testInChromium('hostile names are inert', async () => {
  const { page, noise } = await openFile(hostileSetup);
  expect(await page.locator('img, iframe, svg').count()).toBe(0);
  expect(await page.locator('script').count()).toBe(1);
  expect(await page.locator('#registration-0').textContent()).toBe(hostileSetup.name);
  expect(noise).toEqual([]);
});

testInChromium('secrets are hidden until they are revealed', async () => {
  const { page } = await openFile(sampleSetup());
  const { clientSecret, pkce } = sampleSetup();
  for (const [label, secret] of [
    ['Client Secret', clientSecret ?? ''],
    ['Value of code_verifier', pkce.codeVerifier],
  ] as const) {
    const value = page.getByText(secret, { exact: true });
    expect(await value.isVisible()).toBe(false);
    const toggle = page.locator('summary').filter({ hasText: label });
    await toggle.getByText('Reveal').click();
    expect(await value.isVisible()).toBe(true);
    await toggle.getByText('Hide').click();
    expect(await value.isVisible()).toBe(false);
  }
});

testInChromium('the keyboard alone reaches, copies and reveals', async () => {
  const { page } = await openFile(sampleSetup());
  const focused = (): Promise<string> => page.evaluate<string>('document.activeElement.textContent.trim()');
  const press = async (name: RegExp): Promise<void> => {
    for (let tabs = 0; tabs < 60 && !name.test(await focused()); tabs += 1) await page.keyboard.press('Tab');
    expect(await focused()).toMatch(name);
  };
  await press(/^Copy Client ID$/);
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Client ID copied.').waitFor();
  expect(await focused()).toBe('Copied Client ID');
  expect(await clipboard(page)).toBe(sampleSetup().clientId);
  await press(/Reveal/);
  await page.keyboard.press('Space');
  expect(await page.locator('details[open]').count()).toBe(1);
});

describe('accessibility', () => {
  // Colors don't depend on the width, nor the layout on the colors.
  testInChromium.each([
    ['light', 1000],
    ['dark', 320],
  ] as const)('axe finds nothing, %s, %i px', async (colorScheme, width) => {
    const { page } = await openFile(hostileSetup, { colorScheme, viewport: { width, height: 800 } });
    for (const button of await page.locator('#application button.copy').all()) await button.click();
    await page.getByText('3 of 18 copied').waitFor();
    await page.locator('summary').first().click();
    await page.evaluate(axe.source);
    const violations = await page.evaluate<unknown[]>(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html)]))',
    );
    expect(violations).toEqual([]);
  });

  testInChromium('a narrow window scrolls in one direction only', async () => {
    const { page } = await openFile(hostileSetup, { viewport: { width: 320, height: 640 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });

  testInChromium.each([320, 360, 400])('at %i px every value has the full width', async (width) => {
    const { page } = await openFile(sampleSetup(), { viewport: { width, height: 640 } });
    const widths = await page.evaluate<
      [string, number][]
    >(`[...document.querySelectorAll('.copyable')].map((each) => {
      const box = each.querySelector('details') ?? each.querySelector('.value');
      const { paddingLeft, paddingRight } = getComputedStyle(each.closest('section'));
      const room = each.closest('section').clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      return [box.textContent, room - box.getBoundingClientRect().width];
    })`);
    expect(widths.length).toBeGreaterThan(17);
    expect(widths.filter(([, missing]) => Math.abs(missing) > 0.5)).toEqual([]);
  });
});

testInChromium('without a script the values can be selected, and there are no buttons', async () => {
  const { page } = await openFile(hostileSetup, { javaScriptEnabled: false });
  expect(await page.locator('button.copy:visible').count()).toBe(0);
  await page.locator('summary').first().click();
  await page.getByText(hostileSetup.clientSecret ?? '', { exact: true }).click();
  expect(await page.evaluate('getSelection().toString()')).toBe(hostileSetup.clientSecret);
});

testInChromium('a print has the values, but no buttons and no secrets', async () => {
  const { page } = await openFile(sampleSetup());
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('button:visible, .progress:visible').count()).toBe(0);
  expect(await page.getByText(sampleSetup().clientId ?? '', { exact: true }).isVisible()).toBe(true);
  expect(await page.getByText(sampleSetup().pkce.codeVerifier).isVisible()).toBe(false);
});

testInChromium('nothing is stored', async () => {
  const { page } = await openFile(sampleSetup());
  await page.locator('button.copy').first().click();
  expect(await page.evaluate('localStorage.length + sessionStorage.length + document.cookie.length')).toBe(0);
});
