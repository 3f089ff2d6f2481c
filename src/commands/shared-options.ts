import { type AnswerKey, questions } from '../answers/questions.ts';
import { regionChoices } from '../facts/regions.ts';
import { formatNames } from '../render/format-names.ts';
import type { OptionDefinition } from './definition-types.ts';

export const regionHelp = `${regionChoices}, or an address of the Harmony portal`;

/** Where else the answer may come from. */
export const variableNote = (key: AnswerKey): string =>
  `(env: ${questions[key].variable}${questions[key].secret ? ', which holds the value itself' : ''})`;

/** Where a setup goes, for every command that writes one out. */
export const resultOptions: readonly OptionDefinition[] = [
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
];

export const showSecrets: OptionDefinition = {
  flags: '--show-secrets',
  help: 'do not mask the Client Secret in text on a terminal',
};

export const githubOutput: OptionDefinition = {
  flags: '--github-output',
  help: 'in GitHub Actions: mask the secrets and hand every value to later steps',
};
