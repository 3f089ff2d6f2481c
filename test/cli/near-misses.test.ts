import { describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import type { OptionDefinition } from '../../src/commands/shared/command-definition.ts';
import { longFlag } from '../../src/commands/shared/option-words.ts';
import { perform } from '../support/context.ts';

const secret = 'pW9-xZ3kQ7Lm2Rt8Vb5Nc1Yd4Hs6Jf0G';

async function refusal(args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await perform(args);
  expect([code, stdout]).toEqual([2, '']);
  return stderr;
}

describe('what was probably meant', () => {
  test.each<[meant: string, ...args: string[]]>([
    // Options of the command
    ['--region', '--regoin', 'na'],
    ['--region', 'verify', '--regoin', 'na'],
    ['--help', '--hlep'],
    ['--version', '--verison'],
    ['--version', '--vers'],
    ['--client-secret-file', '--client-sec'],
    ['--format', 'pkce', '--fo'],
    ['--client-id', '--client_id', 'x'],
    ['--scopes', '--Scope', 'company'],
    ['--no-open', '--no-browser'],
    ['--no-open', '--no-opne'],
    ['--yes', '--no-input'],
    ['--yes', '--non-interactive'],
    ['--force', 'show', 'a.json', '--overwrite'],
    ['--explain', 'verify', 'a.json', '--verbose'],
    ['--new-pkce', '--pkce'],
    ['--from', '--form'],
    ['--force', '--froce'],
    ['--yes', '--yse'],
    ['--for', 'show', 'a.json', '--fro'],
    ['-y', '-Y'],
    ['-V', '-v'],
    // Options of other commands
    ['verify --online', '--onlin'],
    ['pkce --length', 'rotate', 'a.json', '--lenght', '50'],
    ['--format json', 'verify', '--json'],
    ['--for zoominfo', 'show', 'a.json', '--zoominfo'],
    // Commands
    ['verify', 'verfy', 'zoominfo.json'],
    ['verify', 'VERIFY'],
    ['rotate', 'help', 'rotat'],
    ['help', 'hlep', 'pkce'],
    ['--version', 'version'],
    // Values
    ['json', '--format', 'jsn'],
    ['json', '-f', 'JSON'],
    ['env', '-f', 'evn'],
    ['markdown', '-f', 'md'],
    ['text', 'show', 'a.json', '-f', 'txt'],
    ['html', '-f', 'htm'],
    ['zoominfo', 'show', 'a.json', '--for', 'zoomnfo'],
    ['jitterbit', 'show', 'a.json', '--for', 'Jitterbit'],
    ['post', 'verify', '--client-auth', 'psot'],
  ])('%s: %s %s %s %s', async (meant, ...args) => {
    expect(await refusal(args)).toContain(`Did you mean ${meant}?`);
  });

  test('is found for every value of a list', async () => {
    for (const { definition } of commands)
      for (const option of definition.options as readonly OptionDefinition[])
        for (const choice of option.choices ?? [])
          expect(await refusal([definition.name, longFlag(option), `${choice.slice(0, -1)}~`])).toContain(
            `Did you mean ${choice}?`,
          );
  });

  test('is found for every option', async () => {
    for (const { definition } of commands)
      for (const option of definition.options as readonly OptionDefinition[]) {
        const typed = longFlag(option).replace(/(.)$/, '$1$1');
        expect(await refusal([definition.name, typed])).toContain(`Did you mean ${longFlag(option)}?`);
      }
  });

  test.each(commands)('is found for the beginning of every option of $definition.name', async (command) => {
    const { name, options } = command.definition;
    const flags = [...options.map(longFlag), '--help', '--version'];
    const typed = flags
      .filter((flag) => !flag.endsWith('-file'))
      .flatMap((flag) => [flag.slice(0, -2), flag.slice(0, -4)])
      .filter((word) => word !== '--form'); // --from or --for, misspelled
    for (const word of typed) {
      const [flag, ...others] = flags.filter((each) => each.startsWith(word));
      if (others.length === 0) expect(await refusal([name, word])).toContain(`Did you mean ${flag}?`);
    }
  });

  test.each(['company', 'contact', 'intent', 'news', 'scoops'])(
    'is found for a short name with two letters swapped: %s',
    async (scope) => {
      const swapped = `${scope[1]}${scope[0]}${scope.slice(2)}`;
      expect(await refusal(['-y', '-r', 'na', '-s', swapped])).toContain(`Did you mean ${scope}?`);
    },
  );

  test.each([
    ['--quiet'],
    ['--verbose'],
    ['--no-color'],
    ['--no-cache'],
    ['verify', '--no-input'],
    ['-x'],
    ['-5'],
    ['-t'],
    ['login'],
    ['pkce', '-f', 'xml'],
    ['-f', 'yaml'],
  ])("isn't guessed for dissimilar words: %s %s %s", async (...args) => {
    expect(await refusal(args.filter((word) => word !== undefined))).not.toContain('Did you mean');
  });
});

test.each([['--no-color'], ['--color=never'], ['verify', '--no-colour']])(
  'color is turned off by an environment variable: %s %s',
  async (...args) => {
    expect(await refusal(args.filter((word) => word !== undefined))).toContain('NO_COLOR=1');
  },
);

test.each([['-5'], ['show', '-5'], ['show', 'a.json', '-12'], ['verify', '-1.5']])(
  'a number with a dash is an option, not a file: %s %s %s',
  async (...args) => {
    const words = args.filter((word) => word !== undefined);
    expect(await refusal(words)).toContain(`Unknown option "${words.at(-1)}"`);
  },
);

test('after the end of options, it is a file', async () => {
  expect((await perform(['show', '--', '-5'])).stderr).toContain("-5 couldn't be read");
});

test.each(commands.filter(({ definition }) => 'argument' in definition))(
  'an empty file name of $definition.name is named as such, with an example',
  async ({ definition: { name } }) => {
    const text = await refusal([name, '']);
    expect(text).toMatch(/file name is empty/);
    expect(text).toContain(`zi-oauth-setup ${name} zoominfo.json`);
  },
);

test.each<[owners: string, ...args: string[]]>([
  ['setup and show', 'pkce', '-o', 'x'],
  ['setup', 'show', 'a.json', '-y'],
  ['setup and verify', 'help', '-r'],
])("a short option of another command is %s's: %s %s %s", async (owners, ...args) => {
  expect(await refusal(args)).toContain(`It's an option of ${owners}.`);
});

describe('a file without a command', () => {
  test.each(['zoominfo.json', './a.json', 'C:\\a.json', 'oauth.env'])('%s', async (file) => {
    const text = await refusal([file]);
    const shown = /^[\w./]+$/.test(file) ? file : `'${file.replace('\\', "'\\\\'")}'`;
    for (const words of ['verify', '--from']) expect(text).toMatch(`\n    zi-oauth-setup ${words} `);
    expect(text).toContain(`zi-oauth-setup --from ${shown}\n`);
  });

  test('also after the default command', async () => {
    expect(await refusal(['setup', 'zoominfo.json'])).toContain('zi-oauth-setup --from zoominfo.json');
    expect(await refusal(['-y', 'zoominfo.json'])).toContain('zi-oauth-setup --from zoominfo.json');
  });

  test.each(['https://a.example/?error=x', 'aB/cD+eF'])("isn't what %s is", async (word) => {
    expect(await refusal([word])).toContain('Unknown command');
  });

  test("isn't shown if its name may be a secret", async () => {
    const text = await refusal([`${secret}.json`]);
    expect(text).toContain('    zi-oauth-setup --from <file>\n');
    expect(text).not.toContain(secret);
  });
});

describe('a secret as an argument', () => {
  test.each<[instead: RegExp, ...args: string[]]>([
    [/--client-secret-file or ZI_OAUTH_CLIENT_SECRET\./, '--client-secret', secret],
    [/--client-secret-file or ZI_OAUTH_CLIENT_SECRET\./, `--client-secret=${secret}`],
    [/--client-secret-file or ZI_OAUTH_CLIENT_SECRET\./, 'verify', '--secret', secret],
    [/--code-verifier-file or ZI_OAUTH_CODE_VERIFIER\./, 'setup', '--verifier', secret],
    [/--code-verifier-file\./, 'pkce', '--code-verifier', secret],
  ])('%s', async (instead, ...args) => {
    const text = await refusal(args);
    expect(text).toMatch(/other users/);
    expect(text).toMatch(instead);
    expect(text).not.toContain(secret);
  });
});

test.each([[['help', '-']], [['verify', '-et']], [['pkce', '-er']], [['--file']], [['--ecret']]])(
  "%j isn't taken for a secret",
  async (args) => {
    expect(await refusal(args)).not.toMatch(/other users/);
  },
);

test.each(['show', 'rotate'])('%s without a file says how to run it, on its own line', async (command) => {
  expect(await refusal([command])).toContain(`\n    zi-oauth-setup ${command} zoominfo.json\n`);
});

test('a command after options is reported with the right order and its argument', async () => {
  expect(await refusal(['-y', 'verify'])).toContain('\n    zi-oauth-setup verify [file] [options]\n');
});

test.each<[missing: string, ...args: string[]]>([
  ['a command or an option', 'wiz.json'],
  ['a command or an option', './wiz'],
  ['an option', 'setup', 'wiz.json'],
  ['an option', 'setup', '--yes', 'wiz.json'],
])('a file needs %s before it: %j %j', async (missing, ...args) => {
  const stderr = await refusal(args);
  expect(stderr).toContain(`needs ${missing} before it.`);
  expect(stderr).toMatch(/zi-oauth-setup verify \S*wiz[\s\S]*zi-oauth-setup --from \S*wiz/);
});
