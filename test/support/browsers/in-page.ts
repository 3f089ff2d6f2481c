import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { temporaryFolder } from '../folder.ts';
import type { DrivenBrowser } from './driven-browser.ts';

/** Writes a page to a new file and opens it. */
export async function openAsFile(browser: DrivenBrowser, html: string): Promise<void> {
  const path = join(temporaryFolder(), 'page.html');
  writeFileSync(path, html);
  await browser.open(pathToFileURL(path).href);
}

/** An expression for the visible elements that match a selector. */
export const visible = (selector: string): string =>
  `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((each) => each.checkVisibility({
    contentVisibilityAuto: true, visibilityProperty: true }))`;

/** Clicks the middle of the first visible element that matches. */
export async function click(browser: DrivenBrowser, selector: string): Promise<void> {
  const [x, y] = await browser.evaluate<[number, number]>(`(() => {
    const [element] = ${visible(selector)};
    element.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  })()`);
  await browser.clickAt(x, y);
}

/** Waits in the page until an expression is true, for up to 10 s. */
export const until = (browser: DrivenBrowser, expression: string): Promise<void> =>
  browser.evaluate(`new Promise((resolve, reject) => {
    const limit = Date.now() + 10_000;
    const look = () => {
      if (${expression}) resolve(null);
      else if (Date.now() > limit) reject(new Error('Timed out waiting for: ' + ${JSON.stringify(expression)}));
      else setTimeout(look, 10);
    };
    look();
  })`);

const pasteKeys = process.platform === 'darwin' ? 'Meta+v' : 'Control+v';

/** Pastes into a field with the keyboard and returns the exact text. Fails if the field itself keeps anything else. */
export async function paste(browser: DrivenBrowser): Promise<string> {
  await browser.evaluate(`void (() => {
    const field = document.createElement('textarea');
    field.id = 'pasted';
    field.addEventListener('paste', ({ clipboardData }) => { field.title = clipboardData.getData('text/plain'); });
    document.body.append(field);
    field.focus({ preventScroll: true });
  })()`);
  await browser.press(pasteKeys);
  const [exact, kept] = await browser.evaluate<[string, string]>(`new Promise((resolve) => {
    const read = () => {
      if (pasted.value === '') return setTimeout(read, 10);
      resolve([pasted.title, pasted.value]);
      pasted.remove();
    };
    read();
  })`);
  if (exact.replace(/\r\n?/g, '\n') !== kept) throw new Error(`The field kept ${JSON.stringify(kept)}`);
  return exact;
}

/** What the content policy has blocked since the page began to load. Not every browser logs it to the console. */
export const violations = (browser: DrivenBrowser): Promise<string[]> =>
  browser.evaluate(`new Promise((resolve) => {
    const urls = (reports) => reports.map(({ body }) => body.effectiveDirective + ' ' + body.blockedURL);
    const observer = new ReportingObserver(() => {}, { types: ['csp-violation'], buffered: true });
    observer.observe();
    setTimeout(() => resolve(urls(observer.takeRecords())));
  })`);

/** The number of items that the page stored. */
export const stored = (browser: DrivenBrowser): Promise<number> =>
  browser.evaluate(`indexedDB.databases().then(({ length }) =>
    length + localStorage.length + sessionStorage.length + document.cookie.length)`);

/** Copies with the keyboard and waits until the page confirms it. @param button an expression */
export async function copyByKeys(browser: DrivenBrowser, button: string): Promise<void> {
  await browser.evaluate(`void (document.getElementById('status').textContent = '', ${button}.focus())`);
  await browser.press('Enter');
  await until(browser, "document.getElementById('status').textContent !== ''");
}

export const titleOf = (browser: DrivenBrowser): Promise<string> => browser.evaluate('document.title');

export const textOf = (browser: DrivenBrowser, selector: string): Promise<string> =>
  browser.evaluate(`document.querySelector(${JSON.stringify(selector)}).textContent`);

/** Violations of WCAG and of best practices, as found by axe. */
export async function violationsOfAccess(browser: DrivenBrowser): Promise<unknown[]> {
  await browser.evaluate(`void (() => { ${axe.source}\n })()`);
  return browser.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))',
  );
}

/** The texts whose contrast with their background (by default, the canvas) is too low (WCAG 1.4.3). */
export const faintTexts = (browser: DrivenBrowser): Promise<string[]> =>
  browser.evaluate(`(() => {
    const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const channels = (color) => {
      pixel.clearRect(0, 0, 1, 1);
      pixel.fillStyle = color;
      pixel.fillRect(0, 0, 1, 1);
      return [...pixel.getImageData(0, 0, 1, 1).data];
    };
    const luminance = (color) => channels(color).slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value > 0.04045 ? ((value + 0.055) / 1.055) ** 2.4 : value / 12.92))
      .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
    const root = document.documentElement;
    const canvas = root.appendChild(document.createElement('div'));
    canvas.style.background = 'Canvas';
    const behind = (element) => {
      const { backgroundColor } = getComputedStyle(element ?? canvas);
      return channels(backgroundColor)[3] === 0 ? behind(element.parentElement) : luminance(backgroundColor);
    };
    const isFaint = (element) => {
      const [dark, light] = [luminance(getComputedStyle(element).color), behind(element)].sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05) < 4.5;
    };
    const hasText = ({ childNodes }) => [...childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim());
    return ${visible('body :not([aria-hidden])')}.filter(hasText).filter(isFaint).map(({ outerHTML }) => outerHTML);
  })()`);

/** How far the page scrolls horizontally. */
export const sidewaysScroll = (browser: DrivenBrowser): Promise<number> =>
  browser.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
