import { describe } from 'vitest';
import { engines, useBrowser } from '../support/browsers/engines.ts';
import { testDarkPages } from './browsers/dark-pages.ts';
import { testServedSheet } from './browsers/served-sheet.ts';
import { testSheetFile } from './browsers/sheet-file.ts';
import { testSignInPage } from './browsers/sign-in-page.ts';

/** In one file, since starting a browser is what costs most. */
describe.each(engines)('$name', { timeout: 60_000 }, (engine) => {
  const browser = useBrowser(engine);
  describe('a copy sheet in a file', () => testSheetFile(engine, browser));
  describe('a copy sheet that is served', () => testServedSheet(engine, browser));
  describe('the end of a sign-in', () => testSignInPage(engine, browser));
  describe('in the dark', () => testDarkPages(engine, browser));
});
