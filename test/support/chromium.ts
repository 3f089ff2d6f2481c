import { chromiumPath, testWhere } from './requirements.ts';

/** A test in a real browser. */
export const testInChromium = testWhere(
  chromiumPath !== undefined,
  'Chromium or Google Chrome (CHROMIUM names its path)',
);

/** What keeps the browser from talking to anyone of its own accord. */
export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
