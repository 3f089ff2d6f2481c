import type { ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describe, expect, onTestFinished } from 'vitest';
import { renderHtml } from '../../src/render/html/sheet-page.ts';
import { endingOf } from '../support/bin.ts';
import { temporaryFolder } from '../support/folder.ts';
import { addressInText, addressOf, folderWithSetup, openSheet } from '../support/opened-sheet.ts';
import { onPosix, testWhere } from '../support/requirements.ts';
import { sampleSetup, verifier } from '../support/setup-fixture.ts';
import { keys, program, Terminal } from '../support/terminal.ts';

describe('show --open', () => {
  onPosix.each<[what: string, end: (child: ChildProcess) => void, code: number]>([
    ['Ctrl-C', (child) => child.kill('SIGINT'), 0],
    ['SIGTERM', (child) => child.kill('SIGTERM'), 143],
  ])('%s ends it, and no file remains', async (_what, end, code) => {
    const folder = folderWithSetup();
    const child = openSheet(folder);
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
    const child = openSheet(temporaryFolder(), ['-']);
    const ending = endingOf(child);
    child.stdin?.end(JSON.stringify(sampleSetup()));
    expect((await fetch(await addressOf(child))).status).toBe(200);
    child.kill('SIGINT');
    expect((await ending).code).toBe(0);
  });

  const onLinux = testWhere(process.platform === 'linux', 'Linux');

  onLinux('a job in the background keeps serving, and Enter closes it after fg', async () => {
    const terminal = new Terminal({
      command: ['bash', '--norc', '--noprofile', '-i'],
      cwd: folderWithSetup(),
      env: { PS1: '$ ', BROWSER: 'true' },
    });
    onTestFinished(() => terminal.close());
    terminal.press(`${program} show zoominfo.json --open &${keys.enter}`);
    await terminal.waitFor(/Press Ctrl-C to close it/);
    const [address = ''] = addressInText.exec(terminal.text) ?? [];
    terminal.press(`echo us''ed${keys.enter}`);
    await terminal.waitFor('used');
    expect((await fetch(address)).status).toBe(200);
    terminal.press(`jobs${keys.enter}`);
    await terminal.waitFor(/^\[1\].*Running/m);
    terminal.press(`fg${keys.enter}`);
    await terminal.waitFor(/^\$ fg\n.*--open/m);
    terminal.press(keys.enter);
    await terminal.waitFor('Copy sheet closed.');
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
    await terminal.waitFor(/request\.\n\n\S+ Copy sheet closed[\s\S]*\? What would/);
  });
});
