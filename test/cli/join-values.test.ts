import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeProgram } from '../../src/cli/program.ts';
import { meaningOf } from '../../src/cli/usage.ts';
import { commands } from '../../src/commands/index.ts';
import type { OptionDefinition } from '../../src/commands/shared/command-definition.ts';
import { attributeName, longFlag, shortFlag, takesValue } from '../../src/commands/shared/option-words.ts';
import { anyText } from '../support/any-text.ts';
import { perform } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';

/** Every option that takes a free text, of every command. */
const valued = commands.flatMap(({ definition: { name, options } }) =>
  options
    .filter((option: OptionDefinition) => takesValue(option) && !option.choices && !option.read)
    .map((option) => ({
      name,
      option: option as OptionDefinition,
      options: options as readonly OptionDefinition[],
    })),
);

const flagsOf = (option: OptionDefinition): string[] =>
  [longFlag(option), shortFlag(option)].filter((flag) => flag !== undefined);

/** What the command gets for a command line, without running it. */
async function optionsOf(words: readonly string[]): Promise<Record<string, unknown>> {
  let found: Record<string, unknown> = {};
  const [name, ...rest] = words;
  const needsFile = commands.some(({ definition }) => definition.name === name && definition.argument);
  const line = name !== undefined && needsFile ? [name, 'a.json', ...rest] : words;
  const { command, words: joined } = await meaningOf(line);
  const program = makeProgram(command.definition, async ({ options }) => {
    found = options();
  });
  await program.parseAsync([...joined], { from: 'user' });
  return found;
}

const cases = fc.constantFrom(...valued).chain(({ name, option, options }) =>
  fc.record({
    name: fc.constant(name),
    option: fc.constant(option),
    options: fc.constant(options),
    flag: fc.constantFrom(...flagsOf(option)),
    other: fc.constantFrom(...options),
  }),
);

/** Texts that look like options: of the program itself, of no command, or an option's letter and more. */
const dashed = fc.oneof(
  fc.constantFrom(
    '-h',
    '--help',
    '-V',
    '--version',
    '-',
    '---',
    '-Vtjzv2Qm8aBcDeFgHiJk',
    '--unknown',
    '-hx',
    '-yf',
  ),
  fc.string({ minLength: 1, unit: 'grapheme' }).map((text) => `-${text}`),
  anyText({ minLength: 2 }).map((text) => `-V${text}`),
  fc.string({ minLength: 1 }),
);

const isOwn = (text: string, options: readonly OptionDefinition[]): boolean =>
  text === '--' ||
  options.some((option) => [text, text.split('=')[0]].some((word) => flagsOf(option).includes(word ?? '')));

test("a value is accepted as typed, however it begins, unless it's an option of the same command", async () => {
  await fc.assert(
    fc.asyncProperty(cases, dashed, async ({ name, option, options, flag }, text) => {
      fc.pre(!isOwn(text, options));
      expect((await optionsOf([name, flag, text]))[attributeName(option)]).toBe(text);
      expect((await optionsOf([name, `${longFlag(option)}=${text}`]))[attributeName(option)]).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test("an option of the same command isn't a value, unless it's joined to the option", async () => {
  await fc.assert(
    fc.asyncProperty(cases, fc.boolean(), async ({ name, option, flag, other }, withValue) => {
      for (const word of [...flagsOf(other), '--', ...(withValue ? [`${longFlag(other)}=x`] : [])]) {
        await expect(meaningOf([name, flag, word])).rejects.toThrow(/requires a value/);
        expect((await optionsOf([name, `${longFlag(option)}=${word}`]))[attributeName(option)]).toBe(word);
      }
    }),
  );
});

const short = commands.flatMap(({ definition: { name, options } }) =>
  options.flatMap((option: OptionDefinition) => {
    const flag = shortFlag(option);
    return flag === undefined ? [] : [{ name, option, flag }];
  }),
);

test.each([...short, ...['-h', '-V'].map((flag) => ({ name: 'setup', option: undefined, flag }))])(
  '$name $flag=x is rejected with the correct spelling',
  async ({ name, option, flag }) => {
    const spelling =
      option !== undefined && takesValue(option)
        ? `${flag} x or ${longFlag(option)}=x.`
        : `Use ${flag} alone.`;
    await expect(meaningOf([name, `${flag}=x`])).rejects.toThrow(spelling);
    await expect(meaningOf([name, `${flag}=a-text-that-may-be-secret`])).rejects.not.toThrow(/may-be-secret/);
  },
);

test.each(valued)('$name $option.flags at the end requires a value', async ({ name, option }) => {
  for (const flag of flagsOf(option))
    await expect(meaningOf([name, flag])).rejects.toThrow(/requires a value/);
});

describe('a command line', () => {
  test.each<[words: string[], joined: string[]]>([
    [
      ['-yrna', '-s', 'all'],
      ['--yes', '--region=na', '--scopes=all'],
    ],
    [
      ['-yf', 'json'],
      ['--yes', '--format=json'],
    ],
    [
      ['show', '-', '-f', 'env'],
      ['-', '--format=env'],
    ],
    [
      ['show', '--', '-o', 'x'],
      ['--', '-o', 'x'],
    ],
    [['pkce', '--version'], ['--version']],
    [
      ['-n', '--version', '-y'],
      ['--name=--version', '--yes'],
    ],
    [['-h', '--format', 'unknown'], ['--help']],
    [['show', '--help', '-V'], ['--version']],
    [['help', 'pkce', 'x'], ['--help']],
    [['help', '-h'], ['--help']],
    [['help', 'help'], ['--help']],
    [['help', '--', 'pkce'], ['--help']],
    [['help', 'pkce', '-V'], ['--version']],
    [['help', '-V'], ['--version']],
    [['-hy'], ['--help']],
    [['-yhV'], ['--version']],
    [['pkce', '-hfunknown'], ['--help']],
    [['pkce', '-help'], ['--help']],
    [['-hx', 'unknown'], ['--help']],
    [['-Vx'], ['--version']],
    [
      ['--unknown', 'x', '-zr', 'na'],
      ['--unknown', 'x', '-zr', 'na'],
    ],
  ])('%j is read as %j', async (words, joined) => {
    expect((await meaningOf(words)).words).toEqual(joined);
  });

  test.each<[says: RegExp, args: string[]]>([
    [
      /--client-id requires a value, but --online follows.*--client-id=--online/,
      ['verify', '--client-id', '--online'],
    ],
    [
      /--client-id requires a value, but --yes follows/,
      ['-r', 'na', '-s', 'company', '--client-id', '--yes'],
    ],
    [/--client-id requires a value, but -y follows/, ['--client-id', '-y']],
    [/--client-id requires a value, but --region follows.*=--region=…/, ['--client-id', '--region=na']],
    [/--client-id requires a value, but -- follows/, ['--client-id', '--']],
    [/--client-id requires a value: --client-id <id>\./, ['--client-id']],
    [
      /-o=… is invalid\. Use -o zoominfo\.json or --output=zoominfo\.json\./,
      ['-y', '-r', 'na', '-s', 'all', '-o=zoominfo.json'],
    ],
    [/-n=… is invalid\. Use -n MyName/, ['-n=MyName']],
    [/--yes doesn't take a value/, ['--yes=true']],
    [/--help doesn't take a value/, ['--help=pkce']],
    [/--version doesn't take a value/, ['pkce', '--version=']],
    [/--help doesn't take a value/, ['help', '--help=pkce']],
    [/-h doesn't take a value/, ['-yh=x']],
    [/Unknown command "unknown"/, ['help', 'unknown']],
    [/Unknown option "-x"/, ['help', '-x', 'pkce']],
    [/--format "jsn" is invalid\. Did you mean json\? Use text, /, ['-f', 'jsn']],
    [/--length "x" is invalid\. Use a whole number from 43 to 128/, ['pkce', '--length', 'x']],
    [/Unexpected argument "x"/, ['pkce', 'x']],
    [/Unknown option "-x"/, ['-x']],
  ])('%s: %j', async (says, args) => {
    const { code, stdout, stderr } = await perform(args, { folder: temporaryFolder() });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(says);
  });

  test.each<[...args: string[]]>([
    ['pkce', 'SECRET'],
    ['SECRET'],
    ['help', 'SECRET'],
    ['show', 'a.json', 'SECRET'],
    ['pkce', '--length', 'SECRET'],
    ['pkce', '--count', 'SECRET'],
    ['pkce', '-f', 'SECRET'],
    ['pkce', '-SECRET'],
    ['pkce', '-o=SECRET'],
    ['verify', '--SECRET'],
    ['verify', '--client-auth', 'SECRET'],
    ['verify', '--timeout', 'SECRET'],
    ['show', 'a.json', '--for', 'SECRET'],
    ['-y', '--client-secret-file', 'SECRET', '-r', 'na', '-s', 'all'],
    ['pkce', '--code-verifier-file', 'SECRET'],
  ])("%s %s %s %s doesn't repeat a possible secret", async (...args) => {
    const secret = 'pW9-xZ3kQ7Lm2Rt8Vb5Nc1Yd4Hs6Jf0GeTr5Uv8Wx2Yz';
    const { code, stdout, stderr } = await perform(
      args.map((word) => word.replace('SECRET', secret)),
      { folder: temporaryFolder() },
    );
    expect(code).toBeGreaterThan(1);
    expect(stdout).toBe('');
    expect(stderr).not.toContain(secret);
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(3);
  });
});

test('--description "" clears the Description; no other option takes an empty value', async () => {
  expect(await optionsOf(['--description', ''])).toMatchObject({ description: '' });
  for (const { name, option } of valued.filter(({ option }) => longFlag(option) !== '--description'))
    await expect(optionsOf([name, longFlag(option), ''])).rejects.toThrow(/is empty/);
});
