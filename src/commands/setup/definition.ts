import { scopeChoices } from '../../answers/known-words.ts';
import { defaultAnswers, questions } from '../../answers/questions.ts';
import { labels } from '../../facts/labels.ts';
import { regionNames } from '../../facts/regions.ts';
import type { CommandDefinition } from '../shared/command-definition.ts';
import type { OptionsOf } from '../shared/option-types.ts';
import { githubOutput, regionHelp, resultOptions, showSecrets } from '../shared/shared-options.ts';
import { list } from '../shared/value-readers.ts';

export const definition = {
  name: 'setup',
  summary: 'run the setup wizard, or set up without prompts (default)',
  examples: [
    ['zi-oauth-setup', 'run the setup wizard'],
    ['zi-oauth-setup --from zoominfo.json', 'resume from a saved setup'],
    ['zi-oauth-setup -r emea -s company,contact -o zoominfo.json', 'prompt for the rest and save'],
    ['zi-oauth-setup --yes -r na -s all -f json', 'no prompts, print JSON'],
  ],
  options: [
    {
      flags: '--from <file>',
      help: 'start from a saved setup: keep its PKCE pair, prompt only for what is missing',
      brief: 'resume from a saved setup',
      group: 'Answers',
    },
    {
      flags: `-r, ${questions.region.option} <region>`,
      help: regionHelp,
      brief: `region of your organization: ${regionNames.join(', ')}`,
      group: 'Answers',
      env: questions.region.variable,
    },
    {
      flags: `-s, ${questions.scopes.option} <list>`,
      help: `scopes, separated by commas or spaces, repeatable: ${scopeChoices}, or full names`,
      brief: `scopes: ${scopeChoices}`,
      group: 'Answers',
      env: questions.scopes.variable,
      read: list,
    },
    {
      flags: `-n, ${questions.name.option} <name>`,
      help: `${labels.name} of the app registration`,
      group: 'Answers',
      shownDefault: defaultAnswers.name,
      env: questions.name.variable,
    },
    {
      flags: `${questions.description.option} <text>`,
      help: `${labels.description} of the app registration; "" clears it`,
      group: 'Answers',
      env: questions.description.variable,
      mayBeEmpty: true,
    },
    {
      flags: `${questions.clientId.option} <id>`,
      help: `${labels.clientId} of your ZoomInfo application`,
      group: 'Answers',
      env: questions.clientId.variable,
    },
    {
      flags: `${questions.clientSecret.option} <path>`,
      help: `file that contains the ${labels.clientSecret} (- for standard input)`,
      group: 'Answers',
      env: questions.clientSecret.variable,
    },
    {
      flags: `${questions.codeVerifier.option} <path>`,
      help: 'file that contains an existing code verifier to keep (- for standard input)',
      group: 'Answers',
      env: questions.codeVerifier.variable,
    },
    {
      flags: '--agent-version <x.y>',
      help: 'fail if this Jitterbit agent version is too old for 3-legged OAuth 2.0',
      group: 'Advanced',
    },
    {
      flags: '--challenge-method-row',
      help: `add the row code_challenge_method = S256 to the ${labels.authenticationRequest} tab`,
      group: 'Advanced',
    },
    {
      flags: `${questions.authenticationUrl.option} <url>`,
      help: `use another ${labels.authenticationUrl}`,
      group: 'Advanced',
      env: questions.authenticationUrl.variable,
    },
    {
      flags: `${questions.accessTokenUrl.option} <url>`,
      help: `use another ${labels.accessTokenUrl} and ${labels.refreshTokenUrl}`,
      group: 'Advanced',
      env: questions.accessTokenUrl.variable,
    },
    ...resultOptions,
    {
      flags: '--new-pkce',
      help: 'with --force: discard the PKCE pair in the existing file; with --from: generate a new pair',
      group: 'Output',
    },
    showSecrets,
    { flags: '-y, --yes', help: 'never prompt', brief: 'never prompt', group: 'Prompts and browser' },
    { flags: '--no-open', help: 'never open a browser', group: 'Prompts and browser' },
    githubOutput,
  ],
} as const satisfies CommandDefinition;

export type SetupOptions = OptionsOf<typeof definition>;
