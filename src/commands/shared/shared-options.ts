import { type AnswerKey, isSecret, questions } from '../../answers/questions.ts';
import { labels } from '../../facts/labels.ts';
import { regionChoices } from '../../facts/regions.ts';
import { formatNames } from '../../render/format-names.ts';
import type { OptionDefinition } from './command-definition.ts';

export const regionHelp = `${regionChoices}, or an address of the Harmony portal`;

/** Where else the answer may come from. */
export const variableNote = (key: AnswerKey): string =>
  `(env: ${questions[key].variable}${isSecret(key) ? ', which holds the value itself' : ''})`;

/** Where a setup goes, for every command that writes one out. */
export const resultOptions = [
  {
    flags: '-f, --format <format>',
    help: 'format of the result (text if nothing else says)',
    choices: formatNames,
  },
  {
    flags: '-o, --output <path>',
    help: 'write the result to a file (mode 0600); its extension names the format',
  },
  { flags: '--force', help: 'replace an existing file' },
] as const satisfies readonly OptionDefinition[];

export const showSecrets = {
  flags: '--show-secrets',
  help: `do not mask the ${labels.clientSecret} in text on a terminal`,
} as const satisfies OptionDefinition;

export const githubOutput = {
  flags: '--github-output',
  help: 'in GitHub Actions: mask the secrets and hand every value to later steps',
} as const satisfies OptionDefinition;
