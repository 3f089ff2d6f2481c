import { describe } from 'vitest';
import { engines, useBrowser } from '../support/browsers/engines.ts';
import { testDarkPages } from './browsers/dark-pages.ts';
import { testServedSheet } from './browsers/served-sheet.ts';
import { testSheetFile } from './browsers/sheet-file.ts';
import { testSignInPage } from './browsers/sign-in-page.ts';

/** In one file because starting a browser is the most expensive part. */
describe.each(engines)('$name', (engine) => {
  const browser = useBrowser(engine);
  describe('copy sheet opened as a file', () => testSheetFile(engine, browser));
  describe('copy sheet served by show --open', () => testServedSheet(engine, browser));
  describe('sign-in result page', () => testSignInPage(engine, browser));
  describe('dark mode', () => testDarkPages(engine, browser));
});
