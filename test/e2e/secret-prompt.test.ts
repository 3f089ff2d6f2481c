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

onPosix.each([
  ['the Client ID', clientId, /is the same as the Client ID/],
  ['another Client ID', '0oaAbCdEfGhIjKlMnOpR', /looks like a Client ID/],
])('%s in place of the Client Secret is rejected at the prompt', async (_, wrong, problem) => {
  const { terminal, result } = start(withClientId);
  await terminal.answer(/\? Client Secret/, wrong, enter);
  await terminal.answer(problem, clientSecret, enter);
  await terminal.answer(/\? Review/, enter);
  expect(await terminal.exit).toBe(0);
  expect(result()).toMatchObject({ clientId, clientSecret });
});

onPosix.each([
  ['typed', `${clientId} ${clientSecret}`],
  ['pasted in two lines', `\x1b[200~${clientId}\r${clientSecret}\r\x1b[201~`],
])('a rejected Client ID with the secret after it disappears: %s', async (_, both) => {
  const { terminal, result } = start('');
  await terminal.answer(/\? Client ID/, both, enter);
  await terminal.waitFor(/contains a space/);
  expect(terminal.text.replaceAll('\n', '')).not.toContain(clientSecret);
  terminal.press(clientId, enter);
  await terminal.answer(/\? Client Secret/, clientSecret, enter);
  await terminal.answer(/\? Review/, enter);
  expect(await terminal.exit).toBe(0);
  expect(result()).toMatchObject({ clientId, clientSecret });
});

onPosix.each([
  ['Ctrl-C', keys.ctrlC],
  ['Ctrl-D', keys.ctrlD],
])('%s in the same read as Enter cancels after the answer', async (_, key) => {
  const { terminal } = start('');
  await terminal.answer(/\? Client ID/, `${clientId}${enter}${key}`);
  expect(await terminal.exit).toBe(130);
  expect(terminal.text).toContain(`--client-id ${clientId}`);
});

onPosix.each([
  ['marked', `\x1b[200~\r\n\r\n${clientSecret}\r\n\x1b[201~`, enter],
  ['not marked', `\r\n\r\n${clientSecret}`, enter],
  ['not marked, with its break in two reads', `\r\n\r\n${clientSecret}\r`, '\n'],
])('a paste that begins with line breaks is the answer: %s', async (_, pasted, last) => {
  const { terminal, result } = start(withClientId);
  await terminal.answer(/\? Client Secret/, pasted);
  await terminal.answer(/Client Secret.*•{8}$/m, last);
  await terminal.answer(/\? Review/, enter);
  expect(await terminal.exit).toBe(0);
  expect(result()).toMatchObject({ clientId, clientSecret });
});
