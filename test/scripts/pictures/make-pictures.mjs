// Makes the pictures of the README from the real program: npm run pictures
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

/** Made up, and the same each time, so that a picture changes only when the program does. */
const env = {
  PATH: process.env.PATH,
  HOME: folder,
  LANG: 'C.UTF-8',
  TERM: 'xterm-256color',
  ZI_OAUTH_CODE_VERIFIER: 'q7Zt0PpXc3VbN1mL9kJh5GfDsA2wErTyUiO4-_x6Y8Q',
  ZI_OAUTH_CLIENT_SECRET: 'made-up-secret-for-a-picture',
};

/** Answers the wizard's first questions and stops at the scopes. */
async function wizardScreen() {
  const screen = new xterm.Terminal({ cols: 84, rows: 24, allowProposedApi: true });
  const pty = spawn(process.execPath, [bin, '--no-open'], { cols: 84, rows: 24, cwd: folder, env });
  const shows = (pattern) =>
    new Promise((resolve) => {
      const subscription = pty.onData(() => screen.write('', look));
      const look = () => {
        const { active } = screen.buffer;
        const lines = Array.from({ length: active.length }, (_, at) =>
          active.getLine(at).translateToString(),
        );
        if (!pattern.test(lines.join('\n'))) return;
        subscription.dispose();
        resolve();
      };
    });
  pty.onData((data) => screen.write(data));
  await shows(/\? Region[\s\S]*EMEA/);
  pty.write('\r');
  await shows(/\? Scopes[\s\S]*scoops/);
  pty.write(' \x1b[B ');
  await shows(/◉[\s\S]*◉/);
  pty.kill();
  return terminalPage(screen);
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
