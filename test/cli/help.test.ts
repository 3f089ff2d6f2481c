import { describe, expect, test } from 'vitest';
import { commandPage, programPage } from '../../src/cli/help.ts';
import { commands } from '../../src/commands/index.ts';
import type { OptionDefinition } from '../../src/commands/shared/command-definition.ts';
import { perform, type StageOptions } from '../support/context.ts';

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
    const [about = '', ...lines] = await helpOf(args);
    const headings = lines.filter((line) => /^\S.*:$/.test(line));
    expect(about).toMatch(/^[A-Z]/);
    expect(headings[0]).toBe('Usage:');
    expect(headings.indexOf('Commands:')).toBe(args.length === 0 ? 1 : -1);
    expect(headings.slice(-3)).toEqual(['General:', 'Examples:', 'Exit codes:']);
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

test('the help of the program lists every command, and the options of the default one', () => {
  const { commands: listed, options } = programPage();
  for (const { name } of definitions)
    expect(listed.items.map(([term]) => term.split(' ')[0])).toContain(name);
  expect(options).toEqual(commandPage(commands[0]?.definition ?? expect.fail()).options);
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
