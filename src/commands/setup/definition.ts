import { defaultAnswers, questions } from '../../answers/questions.ts';
import { scopeChoices } from '../../answers/scope-list.ts';
import { labels } from '../../facts/labels.ts';
import type { CommandDefinition } from '../shared/command-definition.ts';
import type { OptionsOf } from '../shared/option-types.ts';
import {
  githubOutput,
  regionHelp,
  resultOptions,
  showSecrets,
  variableNote,
} from '../shared/shared-options.ts';
import { list } from '../shared/value-readers.ts';

export const definition = {
  name: 'setup',
  summary: 'walk through the setup, or make it from flags (default command)',
  examples: [
    ['zi-oauth-setup', 'walk through the setup'],
    ['zi-oauth-setup --from zoominfo.json', 'go on from a saved setup'],
    ['zi-oauth-setup -r emea -s company,contact -o zoominfo.json', 'ask the rest, save'],
    ['zi-oauth-setup --yes -r na -s all -f json', 'ask nothing, print JSON'],
  ],
  options: [
    {
      flags: '--from <file>',
      help: 'start from a saved setup: its PKCE pair is kept, only what is missing is asked',
    },
    {
      flags: `-r, ${questions.region.option} <region>`,
      help: `region of the Jitterbit organization: ${regionHelp} ${variableNote('region')}`,
    },
    {
      flags: `-s, ${questions.scopes.option} <list>`,
      help: `scopes, separated by commas or spaces, repeatable: ${scopeChoices}, or full names ${variableNote('scopes')}`,
      read: list,
    },
    {
      flags: `-n, ${questions.name.option} <name>`,
      help: `Name of the app registration, ${defaultAnswers.name} if not given ${variableNote('name')}`,
    },
    {
      flags: `${questions.description.option} <text>`,
      help: `Description of the app registration, "" to clear it ${variableNote('description')}`,
      mayBeEmpty: true,
    },
    {
      flags: `${questions.clientId.option} <id>`,
      help: `${labels.clientId} of the ZoomInfo application ${variableNote('clientId')}`,
    },
    {
      flags: `${questions.clientSecret.option} <path>`,
      help: `file with the ${labels.clientSecret}, - for standard input ${variableNote('clientSecret')}`,
    },
    {
      flags: `${questions.codeVerifier.option} <path>`,
      help: `file with a PKCE code verifier to keep, - for standard input ${variableNote('codeVerifier')}`,
    },
    {
      flags: '--agent-version <x.y>',
      help: 'refuse a Jitterbit agent that is too old for 3-legged OAuth 2.0',
    },
    {
      flags: '--challenge-method-row',
      help: `add the row code_challenge_method = S256 to the ${labels.authenticationRequest}`,
    },
    {
      flags: `${questions.authenticationUrl.option} <url>`,
      help: `another ${labels.authenticationUrl} ${variableNote('authenticationUrl')}`,
    },
    {
      flags: `${questions.accessTokenUrl.option} <url>`,
      help: `another ${labels.accessTokenUrl} and ${labels.refreshTokenUrl} ${variableNote('accessTokenUrl')}`,
    },
    ...resultOptions,
    {
      flags: '--new-pkce',
      help: 'with --force: discard the PKCE pair in the existing file; with --from: generate a new pair',
    },
    { flags: '-y, --yes', help: 'never ask' },
    { flags: '--no-open', help: 'never start a browser' },
    showSecrets,
    githubOutput,
  ],
} as const satisfies CommandDefinition;

export type SetupOptions = OptionsOf<typeof definition>;
