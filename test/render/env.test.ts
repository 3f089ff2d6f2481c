import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import dotenv from 'dotenv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import { renderEnv, setupVariables } from '../../src/render/env.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix } from '../support/requirements.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

const names = Array.from({ length: 40 }, (_, index) => `V${index}`);

/** How each reader reads the file, as one JSON object. */
function readers(file: string): Record<string, Record<string, string>> {
  const print = 'process.stdout.write(JSON.stringify(process.env))';
  const clean = { env: { PATH: process.env.PATH ?? '' }, encoding: 'utf8' } as const;
  const shell = `set -a; . "$1"; exec "${process.execPath}" -e '${print}'`;
  return {
    sh: JSON.parse(execFileSync('sh', ['-c', shell, 'sh', file], clean)),
    node: JSON.parse(execFileSync(process.execPath, [`--env-file=${file}`, '-e', print], clean)),
    dotenv: dotenv.config({ path: file, processEnv: {}, quiet: true } as object).parsed ?? {},
  };
}

function expectAllToRead(values: readonly string[]): void {
  const file = join(temporaryFolder(), 'values.env');
  writeFileSync(file, renderEnv(values.map((value, index) => [names[index] ?? '', value])));
  for (const [reader, read] of Object.entries(readers(file))) {
    const got = values.map((_, index) => read[`ZI_OAUTH_${names[index]}`]);
    expect(got, reader).toEqual(values);
  }
}

describe('sh, node --env-file and dotenv read the same values', () => {
  onPosix('of a setup, in the published order', () => {
    const variables = setupVariables(sampleSetup());
    expect(variables.map(([name]) => name)).toEqual([
      'REGION',
      'NAME',
      'DESCRIPTION',
      'REDIRECT_URI',
      'SCOPES',
      'CLIENT_ID',
      'CLIENT_SECRET',
      'AUTHENTICATION_URL',
      'ACCESS_TOKEN_URL',
      'REFRESH_TOKEN_URL',
      'CODE_VERIFIER',
      'CODE_CHALLENGE',
      'CODE_CHALLENGE_METHOD',
    ]);
    expectAllToRead(variables.map(([, value]) => value ?? ''));
  });

  onPosix('of awkward values', () => {
    expectAllToRead([
      '',
      ' a ',
      '#x',
      'a # b',
      '$HOME',
      '`id`',
      '\\n',
      '"',
      "it's",
      "'",
      "''",
      'é😀',
      '!',
      '=',
      '~',
      '*',
      "#'",
      "a' # b",
    ]);
  });

  onPosix('of any accepted values', () => {
    const accepted = fc
      .string({ unit: fc.constantFrom(...`ab '"$\`\\#=!&;|(){}<>~*?[]%é`) })
      .filter((value) => {
        return !value.endsWith('\\') && !(value.includes("'") && /[$`\\"]/.test(value));
      });
    fc.assert(
      fc.property(fc.array(accepted, { minLength: names.length, maxLength: names.length }), (values) => {
        expectAllToRead(values);
      }),
      { numRuns: 12 },
    );
  });
});

test.each([
  'ends in \\',
  "it's $5",
  "a'`b",
  "a'\\",
  `'"`,
  'two\nlines',
  'cr\r',
  'nul\0',
  'a\u2028b',
  'a\u2029b',
])('%j is rejected by name', (value) => {
  expect(() => renderEnv([['NAME', value]])).toThrow(Failure);
  expect(() => renderEnv([['NAME', value]])).toThrow(/ZI_OAUTH_NAME/);
});

test('unknown values are empty', () => {
  expect(renderEnv([['CLIENT_ID', null]])).toBe("ZI_OAUTH_CLIENT_ID=''\n");
});
