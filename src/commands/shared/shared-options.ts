import { labels } from '../../facts/labels.ts';
import { regionChoices } from '../../facts/regions.ts';
import { formatNames } from '../../render/format-names.ts';
import type { OptionDefinition } from './command-definition.ts';

export const regionHelp = `region of your Jitterbit organization: ${regionChoices}, or a URL of the Harmony portal`;

/** Where a setup goes, for every command that writes one. */
export const resultOptions = [
  {
    flags: '-f, --format <format>',
    help: 'output format',
    brief: `output format: ${formatNames.join(', ')}`,
    group: 'Output',
    choices: formatNames,
    shownDefault: 'text, or from the extension of --output',
  },
  {
    flags: '-o, --output <path>',
    help: 'write to a file that only you can read, instead of standard output',
    brief: 'write to a file that only you can read',
    group: 'Output',
  },
  { flags: '--force', help: 'overwrite an existing file', group: 'Output' },
] as const satisfies readonly OptionDefinition[];

export const showSecrets = {
  flags: '--show-secrets',
  help: `don't mask the ${labels.clientSecret} in text on a terminal`,
  group: 'Output',
} as const satisfies OptionDefinition;

export const githubOutput = {
  flags: '--github-output',
  help: 'in GitHub Actions, mask the secrets and set every value as a step output',
  group: 'CI',
} as const satisfies OptionDefinition;
