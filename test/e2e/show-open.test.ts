import type { ChildProcess } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import { renderHtml } from '../../src/render/html/sheet-page.ts';
import { endingOf, startBin } from '../support/bin.ts';
import { testInChromium, useChromium } from '../support/chromium.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix } from '../support/requirements.ts';
import { sampleSetup, verifier } from '../support/setup-fixture.ts';
import { copiedTexts } from '../support/sheet-fixtures.ts';
import { keys, Terminal } from '../support/terminal.ts';

const browser = useChromium();
const addressInText = /http:\/\/127\.0\.0\.1:\d+\/[\w-]+/;

function folderWithSetup(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'zoominfo.json'), JSON.stringify(sampleSetup()));
  return folder;
}

/** Starts `show --open` with a browser that does nothing. */
function open(folder: string, args = ['zoominfo.json']): ChildProcess {
  const child = startBin(['show', ...args, '--open'], {
    cwd: folder,
    env: { BROWSER: 'true', TMPDIR: folder },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Waits until the program has said where the sheet is. */
function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      const [address] = addressInText.exec(said) ?? [];
      if (address !== undefined && said.includes('to close it')) resolve(address);
    });
    child.once('close', () => reject(new Error(said)));
  });
}

describe('show --open', () => {
  onPosix.each<[what: string, end: (child: ChildProcess) => void, code: number]>([
    ['Enter', (child) => child.stdin?.write('\n'), 0],
    ['Ctrl-C', (child) => child.kill('SIGINT'), 0],
    ['SIGTERM', (child) => child.kill('SIGTERM'), 143],
  ])('%s ends it, and no file remains', async (_what, end, code) => {
    const folder = folderWithSetup();
    const child = open(folder);
    const ending = endingOf(child);
    const address = await addressOf(child);
    const response = await fetch(address);
    expect(await response.text()).toBe(renderHtml(sampleSetup()));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringMatching(/^default-src 'none';.*; frame-ancestors 'none'$/),
    });
    end(child);
    expect(await ending).toMatchObject({ code, stdout: '' });
    expect(readdirSync(folder)).toEqual(['zoominfo.json']);
    await expect(fetch(address)).rejects.toThrow();
  });

  onPosix('a setup from standard input is served, too, until Ctrl-C', async () => {
    const child = open(temporaryFolder(), ['-']);
    const ending = endingOf(child);
    child.stdin?.end(JSON.stringify(sampleSetup()));
    expect((await fetch(await addressOf(child))).status).toBe(200);
    child.kill('SIGINT');
    expect((await ending).code).toBe(0);
  });

  testInChromium('the served page copies, and logs and requests nothing', async () => {
    const child = open(folderWithSetup());
    const address = await addressOf(child);
    const context = await browser().newContext();
    onTestFinished(() => context.close());
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    const noise: string[] = [];
    page.on('console', (message) => noise.push(message.text()));
    page.on('request', (request) => noise.push(request.url()));
    await page.goto(address);
    for (const [index, text] of copiedTexts(sampleSetup()).entries()) {
      await page.locator('button.copy').nth(index).click();
      await page.getByText(`${index + 1} of 17 copied`).waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(text);
    }
    expect(noise.filter((what) => what !== address && !what.startsWith('data:'))).toEqual([]);
  });

  onPosix("the wizard's menu opens it, and Enter returns to the menu", async () => {
    const env = { ZI_OAUTH_CODE_VERIFIER: verifier, NO_COLOR: '1', BROWSER: 'true' };
    const terminal = new Terminal({
      args: ['-r', 'na', '-s', 'company'],
      cwd: temporaryFolder(),
      env,
      rows: 60,
    });
    onTestFinished(() => terminal.kill());
    await terminal.answer(/\? Open https/, 'n', keys.enter);
    await terminal.answer(/\? Client ID/, keys.enter);
    await terminal.answer(/\? Client Secret/, keys.enter);
    await terminal.answer(/\? Review/, keys.enter);
    await terminal.answer(/\? How would[\s\S]*All at once/, keys.down, keys.down, keys.enter);
    await terminal.answer(/\? What would/, keys.down, keys.enter);
    await terminal.waitFor(/to close it/);
    const [address = ''] = addressInText.exec(terminal.text) ?? [];
    expect((await fetch(address)).status).toBe(200);
    terminal.press(keys.enter);
    await terminal.waitFor(/Copy sheet closed[\s\S]*\? What would/);
  });
});
