import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import { bareEnvironment } from '../support/bin.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix } from '../support/requirements.ts';
import { clientId, clientSecret, verifier } from '../support/setup-fixture.ts';
import { keys, program, Terminal, type TerminalOptions } from '../support/terminal.ts';

const { enter, down, up, ctrlC, ctrlD } = keys;

const secrets = { ZI_OAUTH_CLIENT_SECRET: clientSecret, ZI_OAUTH_CODE_VERIFIER: verifier };
const args = ['-r', 'na', '-s', 'company', '--client-id', clientId, '--no-open'];

/** Continues from the review to the first prompt of the walk. */
async function toSteps(options: TerminalOptions): Promise<Terminal> {
  const terminal = new Terminal({ args, ...options });
  onTestFinished(() => terminal.kill());
  await terminal.answer(/\? Review/, enter);
  await terminal.answer(/\? How would[^❯]*❯ Here/, enter);
  await terminal.waitFor(/\? Step 1 of 4/);
  return terminal;
}

/** A folder with an `xclip` that runs these lines; `$out` is where it writes. */
function withXclip(lines: string): {
  folder: string;
  env: Record<string, string>;
  read: (name: string) => string;
} {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'xclip'), `#!/bin/sh\nout='${folder}'\n${lines}\n`, { mode: 0o755 });
  const env = { ...secrets, DISPLAY: ':0', PATH: `${folder}:${bareEnvironment.PATH}` };
  const read = (name: string): string =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';
  return { folder, env, read };
}

describe('with a clipboard program', () => {
  onPosix('each value is sent to its standard input, and no secret in any other way', async () => {
    const { folder, env, read } = withXclip(
      '{ cat; echo; } >> "$out/copied"; { env; echo "$@"; } >> "$out/seen"',
    );
    const terminal = await toSteps({ cwd: folder, env });
    for (const value of [1, 2, 3, 4]) await terminal.answer(`? Step 1 of 4, value ${value} of 8`, enter);
    await terminal.answer(/\? Step 1 of 4, value 5/, 's');
    await terminal.answer(/\? Step 1 of 4, value 6/, 'b');
    await terminal.answer(/\? Step 1 of 4, value 5/, 'b');
    await terminal.answer(/\? Step 1 of 4, value 4/, 'xq');
    await terminal.waitFor(/\? What would/);
    expect(read('copied')).toBe(`ZoomInfo\nZoomInfo (Beta)\n${clientId}\n${clientSecret}\n`);
    expect(read('seen')).toContain('-selection clipboard');
    expect(read('seen')).not.toMatch(/ZI_OAUTH_/);
    expect(read('seen')).not.toContain(clientSecret);
    expect(terminal.text).toContain('Sent Client Secret to the clipboard with xclip.');
    expect(terminal.transcript).not.toContain(clientSecret);
  });

  onPosix('one that continues in the background blocks neither the wizard nor its exit', async () => {
    const { folder, env, read } = withXclip('cat > "$out/copied"\nsleep 60 &\necho $! > "$out/pid"');
    const terminal = await toSteps({ cwd: folder, env });
    terminal.press(enter);
    await terminal.answer(/Sent Name to the clipboard with xclip[\s\S]*\? Step 1 of 4, value 2/, ctrlC);
    expect(await terminal.exit).toBe(130);
    const pid = Number(read('pid'));
    onTestFinished(() => void process.kill(pid));
    expect(() => process.kill(pid, 0)).not.toThrow();
  });

  onPosix('one that hangs times out, and the value can be skipped', async () => {
    const { folder, env } = withXclip('exec sleep 60');
    const terminal = await toSteps({ cwd: folder, env });
    terminal.press(enter);
    await terminal.waitFor(/Warning: Name couldn't be sent[\s\S]*\? Step 1 of 4, value 1/);
    terminal.press('s');
    await terminal.waitFor(/\? Step 1 of 4, value 2/);
  });

  onPosix('Ctrl-C while one hangs returns to the menu, and the program can exit immediately', async () => {
    const { folder, env, read } = withXclip('echo $$ > "$out/pid"\nexec sleep 60');
    const terminal = await toSteps({ cwd: folder, env });
    terminal.press(enter);
    await expect.poll(() => read('pid')).toMatch(/\n/);
    terminal.press(ctrlC);
    await terminal.answer(/Cancelled[\s\S]*\? What would/, ctrlC);
    expect(await terminal.exit).toBe(130);
    await expect.poll(() => isRunning(Number(read('pid')))).toBe(false);
  });
});

/** Whether a process is running. A zombie, which has ended but is still listed, isn't. */
function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return /^[^Z\s]/.test(stdout);
}

onPosix("over SSH, each value is sent to the terminal, and the screen doesn't change", async () => {
  const env = { ...secrets, SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22', DISPLAY: ':10' };
  const terminal = await toSteps({ cwd: temporaryFolder(), env });
  for (const value of [1, 2, 3, 4]) await terminal.answer(`? Step 1 of 4, value ${value} of 8`, enter);
  await terminal.waitFor(/\? Step 1 of 4, value 5/);
  const sent = [...terminal.transcript.matchAll(/\x1b\]52;c;([\w+/=]+)\x07/g)].map(([, text = '']) =>
    Buffer.from(text, 'base64').toString(),
  );
  expect(sent).toEqual(['ZoomInfo', 'ZoomInfo (Beta)', clientId, clientSecret]);
  expect(terminal.text).toContain("Sent Client Secret to your terminal's clipboard (OSC 52).");
});

onPosix.each([
  ['with a clipboard', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }],
  ['without one', {}],
])('in a window of 40 columns, Enter alone leads to the end %s', async (_, env) => {
  const terminal = await toSteps({ cwd: temporaryFolder(), env: { ...secrets, ...env }, columns: 40 });
  const ends = [...terminal.text.matchAll(/value 1 of/g)].length > 0 ? [8, 4, 2, 0] : [0, 0, 0, 0];
  for (const [index, count] of ends.entries()) {
    for (let value = 1; value <= count; value += 1)
      await terminal.answer(`? Step ${index + 1} of 4, value ${value} of ${count}`, enter);
    await terminal.answer(new RegExp(`\\? Step ${index + 1} of 4\\n`), enter);
  }
  await terminal.waitFor(/\? What would you like to do next\?/);
  expect(terminal.text.replace(/\s+/g, ' ')).toContain(
    'Treat the code verifier as a secret, like the Client Secret.',
  );
});

onPosix.each<[how: string, key: string, next: RegExp]>([
  ['r', 'r', /r reveal/],
  ['Enter', enter, /\? Step 2 of 4/],
  ['q', 'q', /\? What would/],
  ['Ctrl-C', ctrlC, /To resume/],
])('a revealed secret disappears from the screen with %s', async (_, key, next) => {
  for (const columns of [80, 50]) {
    const terminal = await toSteps({ cwd: temporaryFolder(), env: secrets, columns });
    await terminal.answer(/r reveal/, 'r');
    await terminal.waitFor(/r hide/);
    expect(terminal.text).toContain(clientSecret);
    await terminal.answer(/r hide/, key);
    await terminal.waitFor(next);
    expect(terminal.text).not.toContain(clientSecret);
    expect(terminal.text).not.toContain('r hide');
  }
});

onPosix('each key of one read counts', async () => {
  const terminal = await toSteps({ cwd: temporaryFolder(), env: secrets });
  await terminal.answer(/r reveal/, 'rrrq');
  await terminal.waitFor(/\? What would/);
  expect(terminal.text).not.toContain(clientSecret);
});

describe.each([
  ['Ctrl-C', ctrlC],
  ['Ctrl-D', ctrlD],
])('%s', (_, key) => {
  onPosix.each<[where: string, prompt: RegExp, ...before: string[]]>([
    ['how to enter the values', /\? How would/],
    ['a step', /\? Step 1 of 4/, enter],
    ['quitting', /\? Quit/, down, enter, up, enter],
  ])(
    'at the prompt for %s: exits with 130, restores the terminal, and says how to resume',
    async (_where, prompt, ...before) => {
      const folder = temporaryFolder();
      const line = `stty -a > before; ${program} ${args.join(' ')} -n Mine; echo "exit=$?"; stty -a > after`;
      const terminal = new Terminal({ cwd: folder, command: ['sh', '-c', line], env: secrets });
      onTestFinished(() => terminal.kill());
      await terminal.answer(/\? Review/, enter);
      await terminal.waitFor(/\? How would/);
      const [toWay, toMenu] = [
        before.slice(0, before.indexOf(enter) + 1),
        before.slice(before.indexOf(enter) + 1),
      ];
      terminal.press(...toWay);
      if (toMenu.length > 0) await terminal.answer(/\? What would/, ...toMenu);
      await terminal.answer(prompt, key);
      await terminal.exit;
      expect(terminal.text).toContain('exit=130');
      expect(terminal.text).toMatch(
        /Cancelled\. No files were written\.[\s\S]*To resume, run:\n +zi-oauth-setup .*--name Mine/,
      );
      expect(readFileSync(join(folder, 'after'), 'utf8')).toBe(readFileSync(join(folder, 'before'), 'utf8'));
    },
  );
});

onPosix('quitting without saving asks for confirmation, and returns to the menu by default', async () => {
  const terminal = new Terminal({
    args,
    cwd: temporaryFolder(),
    env: { ...secrets, ZI_OAUTH_CODE_VERIFIER: '' },
  });
  onTestFinished(() => terminal.kill());
  await terminal.answer(/\? Review/, enter);
  await terminal.answer(/\? How would/, down, enter);
  await terminal.answer(/\? What would/, up, enter);
  await terminal.answer(/\? Quit without saving\?.*\(y\/N\)/, enter);
  await terminal.answer(/Quit without saving\?.*No[\s\S]*\? What would/, up, enter);
  await terminal.answer(/No[\s\S]*\? Quit without saving\?/, 'y', enter);
  expect(await terminal.exit).toBe(0);
  expect(terminal.text).toMatch(
    /Warning: The PKCE pair wasn't saved[\s\S]*To run this again without prompts, run:\n +zi-oauth-setup --region NA/,
  );
  expect(terminal.text).toMatch(/new PKCE pair\. Add -o zoominfo\.json/);
});
