// Takes the README's pictures from the real program: npm run pictures
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { chromium } from 'playwright-core';
import { terminalPage } from './terminal-page.mjs';

const bin = fileURLToPath(new URL('../../../bin/zi-oauth-setup.js', import.meta.url));
const pictures = fileURLToPath(new URL('../../../.github/pictures', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pictures-'));

/** Fixed dummy values, so that a picture changes only when the program does. */
const env = {
  PATH: process.env.PATH,
  HOME: folder,
  LANG: 'C.UTF-8',
  TERM: 'xterm-256color',
  ZI_OAUTH_CODE_VERIFIER: 'q7Zt0PpXc3VbN1mL9kJh5GfDsA2wErTyUiO4-_x6Y8Q',
  ZI_OAUTH_CLIENT_SECRET: 'made-up-secret-for-a-picture',
};

/** Answers the wizard's first prompts and stops at the scopes. */
async function wizardScreen() {
  const size = { cols: 84, rows: 24 };
  const screen = new xterm.Terminal({ ...size, allowProposedApi: true });
  const pty = spawn(process.execPath, [bin, '--no-open'], { ...size, cwd: folder, env });
  pty.onData((data) => screen.write(data));
  await shows(screen, /\? Region[\s\S]*EMEA/);
  pty.write('\r');
  await shows(screen, /\? Scopes[\s\S]*scoops/);
  pty.write(' \x1b[B ');
  await shows(screen, /◉[\s\S]*◉/);
  pty.kill();
  return terminalPage(screen);
}

/** Waits until a screen shows a pattern, for 15 seconds at most. */
function shows(screen, pattern) {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!pattern.test(textOf(screen))) return;
      clearTimeout(limit);
      subscription.dispose();
      resolve();
    };
    const limit = setTimeout(() => reject(new Error(`${pattern} not found in:\n${textOf(screen)}`)), 15_000);
    const subscription = screen.onWriteParsed(look);
    look();
  });
}

function textOf(screen) {
  const { active } = screen.buffer;
  return Array.from({ length: active.length }, (_, at) => active.getLine(at).translateToString()).join('\n');
}

function sheetFile() {
  const path = join(folder, 'sheet.html');
  const answers = ['--yes', '-r', 'na', '-s', 'company,contact', '--client-id', '0oa4madeup5example6x'];
  execFileSync(process.execPath, [bin, ...answers, '-o', path], { env, stdio: 'ignore' });
  return pathToFileURL(path).href;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
});
const wizard = await browser.newPage({ viewport: { width: 900, height: 600 } });
await wizard.setContent(await wizardScreen());
await wizard.locator('pre').screenshot({ path: join(pictures, 'wizard.png'), omitBackground: true });
const sheet = sheetFile();
for (const colorScheme of ['light', 'dark']) {
  const context = await browser.newContext({ colorScheme, viewport: { width: 1060, height: 820 } });
  await context.grantPermissions(['clipboard-write']);
  const page = await context.newPage();
  await page.goto(sheet);
  for (const button of (await page.locator('button.copy').all()).slice(0, 5)) await button.click();
  await page.locator('#registration').evaluate((section) => section.scrollIntoView());
  await page.screenshot({ path: join(pictures, `sheet-${colorScheme}.png`) });
}
await browser.close();
rmSync(folder, { recursive: true });
