import { verifierLength } from '../../oauth/verifier-length.ts';
import type { CommandDefinition } from '../shared/command-definition.ts';
import type { OptionsOf } from '../shared/option-types.ts';
import { githubOutput } from '../shared/shared-options.ts';
import { wholeNumber } from '../shared/value-readers.ts';
import { pkceFormats } from './pkce-formats.ts';

export const definition = {
  name: 'pkce',
  summary: 'generate a PKCE pair, or derive a code challenge',
  examples: [
    ['zi-oauth-setup pkce', 'generate a pair'],
    ['zi-oauth-setup pkce -f json', 'print JSON for a script'],
    [
      'zi-oauth-setup pkce --code-verifier-file verifier.txt',
      'derive the code challenge of an existing code verifier',
    ],
    ['zi-oauth-setup --code-verifier-file verifier.txt', 'set up with that code verifier'],
  ],
  options: [
    {
      flags: '--length <characters>',
      help: `length of the code verifier, ${verifierLength.min} to ${verifierLength.max}`,
      group: 'Pair',
      shownDefault: `${verifierLength.min}`,
      read: wholeNumber(verifierLength.min, verifierLength.max),
    },
    {
      flags: '--code-verifier-file <path>',
      help: 'derive the code challenge of the code verifier in this file (- for standard input)',
      group: 'Pair',
    },
    {
      flags: '--count <n>',
      help: 'number of pairs to generate; with -f json, one object per line',
      group: 'Pair',
      shownDefault: '1',
      read: wholeNumber(1, Number.MAX_SAFE_INTEGER),
    },
    {
      flags: '-f, --format <format>',
      help: 'output format',
      group: 'Output',
      choices: pkceFormats,
      preset: 'text',
    },
    githubOutput,
  ],
} as const satisfies CommandDefinition;

export type PkceOptions = OptionsOf<typeof definition>;
