import { verifierLength } from '../../oauth/code-verifier.ts';
import type { CommandDefinition } from '../shared/command-definition.ts';
import type { OptionsOf } from '../shared/option-types.ts';
import { githubOutput } from '../shared/shared-options.ts';
import { wholeNumber } from '../shared/value-readers.ts';
import { pkceFormats } from './pkce-formats.ts';

export const definition = {
  name: 'pkce',
  summary: 'make or derive a PKCE pair',
  examples: [
    ['zi-oauth-setup pkce', 'make a pair'],
    ['zi-oauth-setup pkce -f json', 'for a script'],
    ['zi-oauth-setup pkce --code-verifier-file verifier.txt', 'the challenge of a verifier'],
  ],
  options: [
    {
      flags: '--length <characters>',
      help: `length of the code verifier, ${verifierLength.min} to ${verifierLength.max} (${verifierLength.min} if not given)`,
      read: wholeNumber(verifierLength.min, verifierLength.max),
    },
    {
      flags: '--code-verifier-file <path>',
      help: 'derive the challenge of the code verifier in this file, - for standard input',
    },
    {
      flags: '--count <n>',
      help: 'make this many pairs, one JSON object a line with -f json',
      read: wholeNumber(1, Number.MAX_SAFE_INTEGER),
    },
    { flags: '-f, --format <format>', help: 'format of the pair', choices: pkceFormats, preset: 'text' },
    githubOutput,
  ],
} as const satisfies CommandDefinition;

export type PkceOptions = OptionsOf<typeof definition>;
