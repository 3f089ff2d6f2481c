import { chromiumPath, testWhere } from './requirements.ts';

/** A test in a real browser. */
export const testInChromium = testWhere(
  chromiumPath !== undefined,
  'Chromium or Google Chrome (set CHROMIUM to its path)',
);

/** Keeps the browser from sending requests by itself. */
export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
