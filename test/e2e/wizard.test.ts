import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix } from '../support/requirements.ts';
import { clientId, clientSecret } from '../support/setup-fixture.ts';
import { keys, program, Terminal, type TerminalOptions } from '../support/terminal.ts';

const { enter, down, up, space, ctrlC, ctrlD } = keys;

function start(options: TerminalOptions = {}): Terminal {
  const terminal = new Terminal({ cwd: temporaryFolder(), ...options });
  onTestFinished(() => terminal.kill());
  return terminal;
}

/** Every prompt of a complete run, with the keys that answer it. A `?` marks an open prompt. */
const walk: readonly (readonly [question: RegExp, ...keys: string[]])[] = [
  [/\? Region\n.*NA/, down, enter],
  [/\? Scopes/, space, down, space, enter],
  [/\? Open https.*\(Y\/n\)/, 'n', enter],
  [/\? Client ID/, clientId, enter],
  [/\? Client Secret/, clientSecret, enter],
  [/\? Review/, enter],
  [/\? How would/, down, down, enter],
  [/\? What would/, enter],
  [/\? Save as/, enter],
  [/Saved to zoominfo.json[\s\S]*\? What would/, up, enter],
];

async function walkTo(terminal: Terminal, count: number): Promise<void> {
  for (const [question, ...input] of walk.slice(0, count)) await terminal.answer(question, ...input);
}

/** What a program must restore: the cursor. The surrounding shell shows whether the terminal echoes again. */
function expectRestored(terminal: Terminal): void {
  expect(terminal.transcript.lastIndexOf('\x1b[?25h')).toBeGreaterThanOrEqual(
    terminal.transcript.lastIndexOf('\x1b[?25l'),
  );
}

onPosix(
  'a complete run with keystrokes: the file is correct, and the last command repeats the run',
  async () => {
    const folder = temporaryFolder();
    const terminal = start({ cwd: folder });
    await walkTo(terminal, walk.length);
    expect(await terminal.exit).toBe(0);
    expectRestored(terminal);
    expect(terminal.text).toMatch(
      /verify zoominfo.json --online\nTo print the values again, run:\n +zi-oauth-setup --from zoominfo.json --yes$/,
    );
    expect(terminal.text).toMatch(
      /✔ Scopes api:data:company[\s\S]*✔ Client ID 0oa\w+\n[\s\S]*✔ Review: continue\n✔ Enter the values: all at once\n/,
    );
    expect(terminal.text).toMatch(/✔ Next: Save to a file\n✔ Save as zoominfo\.json\n/);
    expect(terminal.transcript).not.toContain(clientSecret);
    expect(JSON.parse(readFileSync(join(folder, 'zoominfo.json'), 'utf8'))).toMatchObject({
      region: 'EMEA',
      scopes: ['api:data:company', 'api:data:contact'],
      clientId,
      clientSecret,
    });
  },
);

const lastKind = walk.findIndex(([question]) => question.test('? Client Secret'));

describe.each([
  ['Ctrl-C', ctrlC, walk.length - 2],
  // Once at each kind of prompt. The later ones are of the same kinds.
  ['Ctrl-D', ctrlD, lastKind],
])('%s', (_, key, last) => {
  onPosix.each(walk.slice(0, last + 1).map(([question], index) => [index, String(question)] as const))(
    'at prompt %i, %s: exits with 130, restores the terminal, and writes no file',
    async (index) => {
      const folder = temporaryFolder();
      const line = `stty -a > before; ${program}; echo "exit=$?"; stty -a > after`;
      const terminal = start({ cwd: folder, command: ['sh', '-c', line] });
      await walkTo(terminal, index);
      await terminal.answer(walk[index]?.[0] ?? /never/, key);
      await terminal.exit;
      expect(terminal.text).toContain('exit=130');
      expect(terminal.text).toContain('Cancelled. No files were written.');
      expect(terminal.text).toMatch(/To resume, run:\n +zi-oauth-setup/);
      expect(terminal.text).not.toMatch(/ at .*:\d+:\d+|Error/);
      expectRestored(terminal);
      expect(readFileSync(join(folder, 'after'), 'utf8')).toBe(readFileSync(join(folder, 'before'), 'utf8'));
      expect(readdirSync(folder).sort()).toEqual(['after', 'before']);
    },
  );
});

onPosix.each([
  ['the first prompt, which may still be loading', '', /\? Region[\s\S]*Enter select/, 'zi-oauth-setup'],
  ['a later prompt', '-r apac', /\? Scopes[\s\S]*Enter continue/, 'zi-oauth-setup --region APAC'],
])(
  'SIGTERM at %s: exits with 143, restores the terminal, and says how to resume',
  async (_, args, prompt, resume) => {
    const folder = temporaryFolder();
    const untilKilled = `echo $$ > pid; exec ${program} ${args}`;
    const line = `stty -a > before; sh -c '${untilKilled}'; echo "exit=$?"; stty -a > after`;
    const terminal = start({ cwd: folder, command: ['sh', '-c', line] });
    await terminal.waitFor(prompt);
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 'SIGTERM');
    await terminal.exit;
    expect(terminal.text).toContain('exit=143');
    expect(terminal.text).toMatch(/^Cancelled\./m);
    expect(terminal.text).toMatch(new RegExp(`To resume, run:\n +${resume}$`, 'm'));
    expectRestored(terminal);
    expect(readFileSync(join(folder, 'after'), 'utf8')).toBe(readFileSync(join(folder, 'before'), 'utf8'));
  },
);

onPosix('a mistyped answer is rejected at the prompt and can be corrected', async () => {
  const terminal = start({ args: ['-r', 'na', '-s', 'company', '--no-open'] });
  await terminal.answer(/\? Client ID/, '0oa 1', enter);
  await terminal.waitFor(/contains a space at position 4/);
  terminal.press(keys.ctrlU, clientId, enter);
  await terminal.answer(/\? Client Secret/, '<secret>', enter);
  await terminal.waitFor(/looks like a placeholder/);
  terminal.press(keys.ctrlU, clientSecret, enter);
  await terminal.answer(/\? Review/, down, down, down, enter);
  await terminal.answer(/\? Name ZoomInfo/, ' EU', enter);
  await terminal.waitFor(/Name +ZoomInfo EU/);
});

onPosix('the review and the menu start at their first choice', async () => {
  const env = { ZI_OAUTH_CLIENT_SECRET: clientSecret };
  const terminal = start({ args: ['-r', 'na', '-s', 'company', '--client-id', clientId, '--no-open'], env });
  await terminal.answer(/\? Review.*\n❯ /, enter);
  await terminal.answer(/\? How would.*\n❯ /, down, enter);
  await terminal.waitFor(/\? What would.*\n❯ /);
});

onPosix('an empty scope selection is reported immediately', async () => {
  const terminal = start({ args: ['-r', 'na'] });
  await terminal.answer(/\? Scopes/, enter);
  await terminal.waitFor('Select at least one scope with Space.');
});

onPosix('CI in a terminal has no prompts', async () => {
  const terminal = start({ env: { CI: '1' } });
  expect(await terminal.exit).toBe(2);
  expect(terminal.text).toContain('missing');
});

onPosix('with a redirected result, there are still prompts, and only the result is in the file', async () => {
  const folder = temporaryFolder();
  const command = ['sh', '-c', `${program} -f json --no-open > out.json`] as const;
  const terminal = start({ cwd: folder, command: [...command] });
  await terminal.answer(/\? Region/, enter);
  await terminal.answer(/\? Scopes/, 'a', enter);
  await terminal.answer(/\? Client ID/, enter);
  await terminal.answer(/\? Client Secret/, enter);
  await terminal.answer(/\? Review/, enter);
  await terminal.exit;
  expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toMatchObject({
    region: 'NA',
    clientId: null,
  });
});

onPosix.each([20, 40, 80])('in a window of %i columns, no word of a prompt is broken', async (columns) => {
  const terminal = start({ columns, rows: 40, args: ['--no-open'] });
  await terminal.answer(/\? Region/, enter);
  await terminal.answer(/\? Scopes/, space, enter);
  await terminal.answer(/\? Client ID/, clientId, enter);
  await terminal.answer(/\? Client Secret/, clientSecret, enter);
  await terminal.answer(/\? Review/, enter);
  await terminal.answer(/\? How would/, down, enter);
  await terminal.waitFor(/\? What would/);
  await terminal.waitFor(/Enter\s+select$/);
  const words = terminal.text.replace(/\s+/g, ' ');
  for (const whole of [
    'Print all values, including the Client Secret',
    'Quit without saving (the PKCE pair will be lost)',
    'What would you like to do next?',
  ]) {
    expect(words).toContain(whole);
  }
  terminal.press(ctrlC);
  expect(await terminal.exit).toBe(130);
});

onPosix('an optional answer can be cleared', async () => {
  const terminal = start({
    args: ['-r', 'na', '-s', 'company', '--client-id', clientId, '--description', 'old text'],
  });
  await terminal.answer(/\(Y\/n\)/, 'n', enter);
  await terminal.answer(/\? Client Secret/, clientSecret, enter);
  await terminal.answer(/\? Review[\s\S]*Description +old text/, down, down, down, enter);
  await terminal.answer(/\? Name ZoomInfo/, keys.ctrlU, enter);
  await terminal.waitFor(/is blank/);
  terminal.press('Mine', enter);
  await terminal.answer(/Name {2,}Mine/, down, down, down, down, enter);
  await terminal.answer(/\? Description old text/, keys.ctrlU, enter);
  await terminal.answer(/Description +\(blank\)/, down, down, down, down, down, enter);
  await terminal.answer(new RegExp(`\\? Client ID .*${clientId}`), keys.ctrlU, enter);
  await terminal.waitFor(/Client ID +\(not set\)/);
});

describe('without UTF-8 or color', () => {
  onPosix.each([
    [{ LANG: 'C' }, false, true],
    [{ LANG: 'C', LC_ALL: 'en_US.UTF-8' }, true, true],
    [{ NO_COLOR: '1' }, true, false],
  ])('%o', async (env, unicode, colour) => {
    const terminal = start({ env, args: ['--no-open'] });
    await terminal.answer(/\? Region/, enter);
    await terminal.answer(/\? Scopes/, space);
    await terminal.answer(/[*◉] api:data:company/, enter);
    await terminal.answer(/\? Client ID/, clientId, enter);
    await terminal.waitFor(/\? Client Secret/);
    expect(/[^\x00-\x7f]/.test(terminal.transcript)).toBe(unicode);
    expect(/\x1b\[[0-9;]*m/.test(terminal.transcript)).toBe(colour);
  });
});

onPosix('a browser is started on request, the URL is printed, and BROWSER selects which one', async () => {
  const folder = temporaryFolder();
  const browser = join(folder, 'browser');
  writeFileSync(
    browser,
    `#!/bin/sh\necho "$1" > "${folder}/address.part" && mv "${folder}/address.part" "${folder}/address"\n`,
    { mode: 0o755 },
  );
  const terminal = start({ cwd: folder, env: { BROWSER: browser }, args: ['-r', 'na', '-s', 'all'] });
  await terminal.answer(/\(Y\/n\)/, enter);
  await terminal.answer(/\? Client ID/, ctrlC);
  expect(await terminal.exit).toBe(130);
  await expect.poll(() => existsSync(join(folder, 'address'))).toBe(true);
  expect(readFileSync(join(folder, 'address'), 'utf8')).toBe('https://developer.zoominfo.com\n');
});

onPosix.each([
  ['over SSH', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22', BROWSER: 'true' }],
  ['without a desktop', {}],
  ['with a missing browser', { BROWSER: 'no-such-browser' }],
])('%s: starts no browser, and prints the URL', async (_, env) => {
  const terminal = start({ env, args: ['-r', 'na', '-s', 'all'] });
  await terminal.answer(/\(Y\/n\)/, enter);
  await terminal.waitFor(/open a browser[^\n]*:\n {2}https:\/\/developer.zoominfo.com/);
});
