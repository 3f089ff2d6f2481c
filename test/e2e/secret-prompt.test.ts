import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix } from '../support/requirements.ts';
import { clientId, clientSecret } from '../support/setup-fixture.ts';
import { keys, program, Terminal } from '../support/terminal.ts';

const { enter, ctrlU, up, down } = keys;
const backspace = '\x7f';

/** Prompts for what is missing, with the result in a file. */
function start(args: string, folder = temporaryFolder()): { terminal: Terminal; result: () => unknown } {
  const command = `${program} -r na -s company --no-open ${args} -f json > out.json`;
  const terminal = new Terminal({ cwd: folder, command: ['sh', '-c', command] });
  onTestFinished(() => terminal.kill());
  return { terminal, result: () => JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) };
}

const withClientId = `--client-id ${clientId}`;

describe('the hidden prompt keeps exactly the accepted text', () => {
  onPosix.each<[what: string, ...keys: string[]]>([
    ['after a masked text', '********', enter, clientSecret, enter],
    ['after a placeholder', 'todo', enter, clientSecret, enter],
    [
      'after several rejections',
      '<secret>',
      enter,
      '••••••••',
      enter,
      '"quoted"',
      enter,
      clientSecret,
      enter,
    ],
    ['after a rejected paste that ended with a line break', '[REDACTED]\r', clientSecret, enter],
    [
      'after a rejected text that the arrow keys would restore',
      '********',
      enter,
      up,
      down,
      up,
      clientSecret,
      enter,
    ],
    ['pasted with a trailing line break', `${clientSecret}\r`],
    ['pasted with white space around it', `  ${clientSecret} `, enter],
    ['with Backspace', `${clientSecret}xy`, backspace, backspace, enter],
    ['with Backspace on an empty line', backspace, backspace, clientSecret, enter],
    ['with Ctrl-U', 'another type', ctrlU, clientSecret, enter],
    ['all at once', `********\r${clientSecret}\r`],
  ])('%s', async (_what, ...input) => {
    const { terminal, result } = start(withClientId);
    await terminal.waitFor(/\? Client Secret/);
    terminal.press(...input);
    await terminal.answer(/\? Review/, enter);
    expect(await terminal.exit).toBe(0);
    expect(result()).toMatchObject({ clientId, clientSecret });
    expect(terminal.transcript).not.toContain(clientSecret);
  });
});

onPosix(
  'the hidden prompt shows neither the text nor its length, and is empty after a rejection',
  async () => {
    const { terminal } = start(withClientId);
    await terminal.waitFor(/\? Client Secret.*$/);
    const empty = terminal.text;
    terminal.press('a');
    await terminal.waitFor(/\? Client Secret.*•{8}$/);
    const [one, column] = [terminal.text, terminal.column];
    terminal.press('*'.repeat(60), enter);
    await terminal.waitFor(/is masked/);
    expect(terminal.text).not.toContain('•');
    terminal.press('c'.repeat(60), '\x1b[D');
    await terminal.waitFor(/\? Client Secret.*•{8}$/);
    await expect.poll(() => [terminal.text, terminal.column]).toEqual([one, column]);
    terminal.press(ctrlU);
    await expect.poll(() => terminal.text).toBe(empty);
  },
);

onPosix(
  "a secret in the Client ID prompt is masked after it's entered, and the two can be swapped",
  async () => {
    const { terminal, result } = start('');
    await terminal.answer(/\? Client ID/, clientSecret, enter);
    await terminal.waitFor(/Client ID.*•{8}[\s\S]*\? Client Secret/);
    expect(terminal.text).not.toContain(clientSecret);
    terminal.press(clientId, enter);
    await terminal.answer(/look swapped\. Swap them\?/, enter);
    await terminal.answer(new RegExp(`\\? Review[\\s\\S]*Client ID +${clientId}`), enter);
    expect(await terminal.exit).toBe(0);
    expect(terminal.text).not.toContain(clientSecret);
    expect(result()).toMatchObject({ clientId, clientSecret });
  },
);
