import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix } from '../support/requirements.ts';
import { savedSetup } from '../support/saved-setup.ts';
import { clientId, clientSecret, sampleSetup } from '../support/setup-fixture.ts';
import { keys, program, Terminal, type TerminalOptions } from '../support/terminal.ts';

const { enter, down, space, ctrlC, ctrlZ } = keys;

function start(options: TerminalOptions): Terminal {
  const terminal = new Terminal({ cwd: temporaryFolder(), ...options });
  onTestFinished(() => terminal.kill());
  return terminal;
}

const toClientId = ['-r', 'na', '-s', 'company', '--no-open'].join(' ');

interface PromptCase {
  readonly args: string;
  /** The prompts before it and the keys that answer them. */
  readonly before?: readonly (readonly [prompt: RegExp, ...keys: string[]])[];
  /** The prompt, and keys that begin an answer. */
  readonly prompt: RegExp;
  readonly typed: readonly string[];
  /** What the prompt looks like then, and again after fg. */
  readonly shown: RegExp;
  /** The columns of the window after a resize while the job is stopped, and what the prompt looks like there. */
  readonly resized?: readonly [columns: number, shown: RegExp];
  /** Keys that end the answer, and what shows that all of it has arrived. */
  readonly rest: readonly string[];
  readonly end: RegExp;
}

const cases: Readonly<Record<string, PromptCase>> = {
  select: {
    args: '--no-open',
    prompt: /\? Region/,
    typed: [down],
    shown: /❯ EMEA/,
    resized: [24, /❯ EMEA[\s\S]*Up\/Down navigate, Enter\nselect/],
    rest: [enter],
    end: /✔ Region EMEA/,
  },
  checkbox: {
    args: '-r na --no-open',
    prompt: /\? Scopes/,
    typed: [space, down, down, space],
    shown: /◉ api:data:company[^◉]*◉ api:data:intent/,
    rest: [enter],
    end: /✔ Scopes.*\s.*api:data:company, +api:data:intent/,
  },
  text: {
    args: toClientId,
    prompt: /\? Client ID/,
    typed: ['0oaFirst'],
    shown: /\? Client ID .*0oaFirst/,
    rest: ['Second123456', enter],
    end: /✔ Client ID .*0oaFirstSecond123456/,
  },
  hidden: {
    args: `${toClientId} --client-id ${clientId}`,
    prompt: /\? Client Secret/,
    typed: [clientSecret.slice(0, 9)],
    shown: /\? Client Secret/,
    rest: [clientSecret.slice(9), enter],
    end: /\? Review/,
  },
  confirm: {
    args: '-r na -s company',
    prompt: /\(Y\/n\)/,
    typed: ['n'],
    shown: /\(Y\/n\) n/,
    rest: ['o', enter],
    end: /✔ Open .* No[\s\S]*\? Client ID/,
  },
  key: {
    args: `--from '${savedSetup(sampleSetup())}' --no-open`,
    before: [
      [/\? Review/, enter],
      [/\? How would/, enter],
    ],
    prompt: /\? Step 1 of 4\n/,
    typed: ['r'],
    shown: /\? Step 1 of 4: Client Secret[\s\S]*r hide/,
    rest: [enter],
    end: /\? Step 2 of 4\n/,
  },
  paste: {
    args: `verify '${savedSetup(sampleSetup())}' --login --no-open`,
    prompt: /\? URL:/,
    typed: ['https://a.example/'],
    shown: /\? URL:/,
    rest: ['?error=x', enter],
    end: /Paste it again/,
  },
};

/** An interactive shell that runs the program. `env` disables its configuration. */
const shells: Readonly<Record<string, readonly [string, ...string[]]>> = {
  bash: ['bash', '--norc', '--noprofile', '-i'],
  sh: ['sh', '-i'],
};

/** How the program can be started: alone in its job, or below others as under npx. */
const runners: Readonly<Record<string, (line: string) => string>> = {
  alone: (line) => line,
  'below sh': (line) => `sh -c '${line}; true'`,
  'below npx': (line) => `npx --offline -c '${line}'`,
};

/** Runs a command in the shell, then prints a word that differs from how it is typed. */
async function runInShell(terminal: Terminal, command: string, word: string): Promise<void> {
  terminal.press(`${command}; echo ${word.slice(0, 2)}''${word.slice(2)}${enter}`);
  await terminal.waitFor(new RegExp(`${word}$`, 'm'));
}

/** Prompts don't depend on the shell or the runner, so testing each prompt, shell, and runner once is enough. */
const starts: readonly (readonly [prompt: string, shell: string, runner: string])[] = [
  ...Object.keys(cases).map((name) => [name, 'bash', 'alone'] as const),
  ['text', 'sh', 'alone'],
  ['select', 'bash', 'below sh'],
  ['hidden', 'bash', 'below npx'],
];

onPosix.each(starts)(
  'at a %s prompt, Ctrl-Z returns the terminal to %s, and fg restores what was typed (%s)',
  async (name, shell, runner) => {
    const { args, before = [], prompt, typed, shown, resized, rest, end } = cases[name] as PromptCase;
    const folder = temporaryFolder();
    const terminal = start({
      command: [...(shells[shell] ?? ['sh'])] as [string],
      cwd: folder,
      env: { PS1: '$ ' },
    });
    await runInShell(terminal, 'true', 'ready');
    terminal.press(`${runners[runner]?.(`${program} ${args}`)}${enter}`);
    for (const [earlier, ...input] of before) await terminal.answer(earlier, ...input);
    await terminal.answer(prompt, ...typed);
    await terminal.waitFor(shown);
    terminal.press(ctrlZ);
    await terminal.waitFor(/Stopped/);
    await runInShell(terminal, 'stty -a > modes', 'suspended');
    const modes = readFileSync(join(folder, 'modes'), 'utf8');
    expect(modes).toMatch(/(?<!-)\becho\b/);
    expect(modes).toMatch(/(?<!-)\bisig\b/);
    const { transcript } = terminal;
    expect(transcript.lastIndexOf('\x1b[?25h')).toBeGreaterThanOrEqual(transcript.lastIndexOf('\x1b[?25l'));
    const [columns, shownAgain] = resized ?? [80, shown];
    terminal.resize(columns);
    terminal.press(`fg${enter}`);
    await terminal.waitFor(new RegExp(`suspended$[\\s\\S]*${shownAgain.source}`, 'm'));
    terminal.press(...rest);
    await terminal.waitFor(new RegExp(`suspended$[\\s\\S]*${end.source}`, 'm'));
    expect(terminal.text).not.toContain(clientSecret.slice(9));
    terminal.press(ctrlC);
    await terminal.waitFor('Cancelled.');
    terminal.press(`exit${enter}`);
    await terminal.exit;
  },
);

onPosix('Ctrl-Z right after an answer suspends the job, and fg shows the next prompt', async () => {
  const folder = temporaryFolder();
  const terminal = start({
    command: ['bash', '--norc', '--noprofile', '-i'],
    cwd: folder,
    env: { PS1: '$ ' },
  });
  await runInShell(terminal, 'true', 'ready');
  terminal.press(`${program} -r na --no-open${enter}`);
  await terminal.answer(/\? Scopes/, space, `${enter}${ctrlZ}`);
  await terminal.waitFor(/Stopped/);
  await runInShell(terminal, 'stty -a > modes', 'suspended');
  expect(readFileSync(join(folder, 'modes'), 'utf8')).toMatch(/(?<!-)\becho\b/);
  terminal.press(`fg${enter}`);
  await terminal.waitFor(/suspended$[\s\S]*\? Client ID/m);
  terminal.press(ctrlC);
  await terminal.waitFor('Cancelled.');
  terminal.press(`exit${enter}`);
  await terminal.exit;
});

describe('without a shell to continue the program', () => {
  onPosix.each(Object.entries(cases))('Ctrl-Z at a %s prompt changes nothing', async (_, each) => {
    const terminal = start({ command: ['sh', '-c', `exec ${program} ${each.args}`] });
    for (const [earlier, ...input] of each.before ?? []) await terminal.answer(earlier, ...input);
    await terminal.answer(each.prompt, ...each.typed);
    await terminal.waitFor(each.shown);
    terminal.press(ctrlZ, ctrlZ, ...each.rest);
    await terminal.waitFor(each.end);
    expect(terminal.text).not.toContain(clientSecret.slice(9));
  });

  onPosix('no key of a secret typed between Ctrl-Z presses is echoed', async () => {
    const folder = temporaryFolder();
    const args = `${toClientId} --client-id ${clientId} -o a.json`.split(' ');
    const terminal = start({ args, cwd: folder });
    await terminal.waitFor(/\? Client Secret/);
    const before = terminal.transcript.length;
    for (const key of clientSecret) terminal.press(ctrlZ, key, ctrlZ);
    terminal.press(enter);
    await terminal.waitFor(/\? Review/);
    const echoed = terminal.transcript.slice(before, terminal.transcript.indexOf('? Review'));
    expect(echoed.replace(/\x1b\[[0-9;?]*[a-zA-Z]/g, '')).not.toMatch(/pW|kQ|7Lm|\^Z/);
    terminal.press(enter);
    expect(await terminal.exit).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')).clientSecret).toBe(clientSecret);
  });
});
