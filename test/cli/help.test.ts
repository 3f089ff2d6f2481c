import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandPage, programPage } from '../../src/cli/help.ts';
import { commands } from '../../src/commands/index.ts';
import type { OptionDefinition } from '../../src/commands/shared/command-definition.ts';
import { exitCodes } from '../../src/errors.ts';
import { renderJson } from '../../src/render/json.ts';
import { perform, type StageOptions } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { signInUrl } from '../support/jitterbit.ts';
import { registered } from '../support/registration.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

const definitions = commands.map(({ definition }) => definition);

async function helpOf(args: readonly string[], options: StageOptions = {}): Promise<string[]> {
  const { code, stdout } = await perform([...args, '--help'], options);
  expect(code).toBe(0);
  return stdout.trimEnd().split('\n');
}

const examplesOf = (lines: readonly string[]): string[] =>
  lines
    .slice(lines.indexOf('Examples:') + 1, lines.indexOf('Exit codes:'))
    .filter((line) => /^ {2}[^#]/.test(line));

const pages: readonly (readonly string[])[] = [[], ...definitions.map(({ name }) => [name])];

describe.each(pages.map((args) => [args] as const))('the help of %j', (args) => {
  test.each([40, 60, 80, 120])('fits in a window of %d columns', async (width) => {
    const lines = await helpOf(args, { width });
    const whole = width < 80 ? examplesOf(lines) : [];
    for (const line of lines.filter((each) => !whole.includes(each)))
      expect(line.length).toBeLessThanOrEqual(width);
  });

  test.each([20, 25, 30])('breaks every description in a window of %d columns', async (width) => {
    const descriptions = (await helpOf(args, { width })).filter((line) => /^ {6}/.test(line));
    for (const line of descriptions.filter((each) => /^ +[^(\s]+ /.test(each)))
      expect(line.length).toBeLessThanOrEqual(width);
  });

  test('has the same words at every width', async () => {
    const words = async (width: number) =>
      (await helpOf(args, { width }))
        .flatMap((line) => line.split(/\s+/))
        .filter((word) => word !== '' && word !== '#');
    expect(await words(40)).toEqual(await words(120));
  });

  test('says what it is, then usage, commands, options, examples and exit codes', async () => {
    const isProgram = args.length === 0;
    const [about = '', ...lines] = await helpOf(args);
    const headings = lines.filter((line) => /^\S.*:$/.test(line));
    expect(about).toMatch(/^[A-Z]/);
    expect(headings[0]).toBe('Usage:');
    expect(headings.indexOf('Commands:')).toBe(isProgram ? 1 : -1);
    const options = isProgram ? 'More options:' : 'General:';
    expect(headings.slice(-3)).toEqual([options, 'Examples:', 'Exit codes:']);
  });

  test('begins every command line as the program is started there', async () => {
    const lines = await helpOf(args, { env: { npm_command: 'exec' } });
    const examples = examplesOf(lines);
    expect(examples.length).toBeGreaterThan(2);
    for (const line of examples) expect(line).toMatch(/(?:^ {2}|\| )npx zi-oauth-setup(?: |$)/);
  });
});

test.each(definitions)('$name lists each of its options in one group', (definition) => {
  const terms = commandPage(definition).options.flatMap(({ items }) => items.map(([term]) => term.trim()));
  for (const { flags } of definition.options as readonly OptionDefinition[])
    expect(terms.filter((term) => term === flags)).toHaveLength(1);
  expect(terms).toHaveLength(definition.options.length + 2);
});

test('a note stays next to what it describes', async () => {
  for (const line of await helpOf([], { width: 80 })) expect(line).not.toMatch(/\((?:default:|env:|-)$/);
});

describe('the help of the program', () => {
  test('fits on one screen, with one line for each command and each option', async () => {
    const lines = await helpOf([]);
    expect(lines.length).toBeLessThanOrEqual(55);
    const { commands: listed, options } = programPage();
    for (const [term, text] of [listed, ...options.slice(0, -1)].flatMap(({ items }) => items))
      expect(lines.find((line) => line.trim().startsWith(term.trim()))).toMatch(text);
  });

  test('names every command, and every option of the default one', async () => {
    const { commands: listed } = programPage();
    for (const { name } of definitions)
      expect(listed.items.map(([term]) => term.split(' ')[0])).toContain(name);
    const help = (await helpOf([])).join(' ');
    for (const { flags } of commands[0]?.definition.options ?? [])
      expect(help).toMatch(new RegExp(`${/--[\w-]+/.exec(flags)}\\b`));
  });
});

describe('the exit codes of', () => {
  /** Every command with a run for each exit code; a rejection by a server has its own tests. */
  const runs: Readonly<Record<string, readonly (readonly [code: number, ...line: string[]])[]>> = {
    setup: [
      [0, '--yes', '-r', 'na', '-s', 'all'],
      [2, '--yes'],
      [3, '--yes', '--from', 'bad.json'],
      [6, '--yes', '--from', 'missing.json'],
    ],
    verify: [
      [0, 'good.json'],
      [2, 'good.json', '-r', 'na'],
      [3, 'bad.json'],
      [4, '-r', 'na'],
      [6, 'missing.json'],
    ],
    diagnose: [[0, 'good.json'], [2, 'https://a.example/'], [3, 'bad.json'], [4], [6, 'missing.json']],
    show: [[0, 'good.json'], [2], [3, 'bad.json'], [6, 'missing.json']],
    rotate: [
      [0, 'good.json', '--dry-run'],
      [2, '-'],
      [3, 'bad.json'],
      [6, 'missing.json'],
    ],
    pkce: [
      [0],
      [2, '--length', '1'],
      [3, '--code-verifier-file', 'bad.json'],
      [6, '--code-verifier-file', './missing'],
    ],
  };

  test.each(definitions)('$name are those that it can return', async (definition) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'good.json'), renderJson(sampleSetup()), { mode: 0o600 });
    writeFileSync(join(folder, 'bad.json'), '{}');
    const returned: number[] = [];
    for (const [code, ...line] of runs[definition.name] ?? expect.fail()) {
      const stdin = code === 0 ? signInUrl(registered(sampleSetup()), 'Qm8aBcDeFgHiJkLm') : 'nothing to see';
      const result = await perform([definition.name, ...line], { folder, stdin });
      expect([line, result.code]).toEqual([line, code]);
      returned.push(code);
    }
    const listed = commandPage(definition).exitCodes.items.flatMap(([codes]) =>
      codes.split(', ').map(Number),
    );
    const always = [exitCodes.bug, exitCodes.hangup, exitCodes.interrupted, exitCodes.terminated];
    const fromServers = definition.name === 'verify' ? [exitCodes.refused] : [];
    expect(new Set(listed)).toEqual(new Set([...returned, ...always, ...fromServers]));
    expect(listed).toEqual([...listed].sort((one, other) => one - other));
  });

  test('the program are all of them', () => {
    const listed = programPage().exitCodes.items.flatMap(([codes]) => codes.split(', ').map(Number));
    expect(listed).toEqual(Object.values(exitCodes));
  });
});

test('the help of diagnose says what to paste', async () => {
  const [about = ''] = (await helpOf(['diagnose'], { width: 500 })).join('\n').split('Usage:');
  for (const words of ['sign-in window', 'where the sign-in ended', 'error message', 'standard input'])
    expect(about).toContain(words);
});

test('the examples of every command are its own, or those of the next command', () => {
  const names = new Set(definitions.map(({ name }) => name));
  for (const [line] of definitions.flatMap(({ examples }) => examples)) {
    const [, word = ''] = /zi-oauth-setup ?(\S*)/.exec(line) ?? expect.fail(line);
    expect(word === '' || word.startsWith('-') || names.has(word), line).toBe(true);
  }
});

describe('an option of another command', () => {
  test.each([
    [['--for', 'zoominfo'], /option of show\.[^:]*:\n {4}zi-oauth-setup show --help\n/],
    [['show', '--yes'], /option of setup\.[^:]*:\n {4}zi-oauth-setup setup --help\n/],
    [['rotate', 'a.json', '-f', 'json'], /option of .* and .*\.[^:]*:\n {4}zi-oauth-setup rotate --help\n/],
  ])('%j is reported with its command', async (args, hint) => {
    expect((await perform(args)).stderr).toMatch(hint);
  });
});
