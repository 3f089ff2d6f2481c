import { defaultAnswers } from '../../answers/questions.ts';
import { scopeChoices } from '../../facts/scopes.ts';
import type { CommandDefinition } from '../definition-types.ts';
import { githubOutput, regionHelp, resultOptions, showSecrets, variableNote } from '../shared-options.ts';
import { list } from '../value-readers.ts';

export const setup = {
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
      flags: '-r, --region <region>',
      help: `region of the Jitterbit organization: ${regionHelp} ${variableNote('region')}`,
    },
    {
      flags: '-s, --scopes <list>',
      help: `scopes, separated by commas or spaces, repeatable: ${scopeChoices}, or full names ${variableNote('scopes')}`,
      read: list,
    },
    {
      flags: '-n, --name <name>',
      help: `Name of the app registration, ${defaultAnswers.name} if not given ${variableNote('name')}`,
    },
    {
      flags: '--description <text>',
      help: `Description of the app registration ${variableNote('description')}`,
    },
    {
      flags: '--client-id <id>',
      help: `Client ID of the ZoomInfo application ${variableNote('clientId')}`,
    },
    {
      flags: '--client-secret-file <path>',
      help: `file with the Client Secret, - for standard input ${variableNote('clientSecret')}`,
    },
    {
      flags: '--code-verifier-file <path>',
      help: `file with a PKCE code verifier to keep, - for standard input ${variableNote('codeVerifier')}`,
    },
    {
      flags: '--agent-version <x.y>',
      help: 'refuse a Jitterbit agent that is too old for 3-legged OAuth 2.0',
    },
    {
      flags: '--challenge-method-row',
      help: 'add the row code_challenge_method = S256 to the Authentication request',
    },
    {
      flags: '--authentication-url <url>',
      help: `another Authentication URL ${variableNote('authenticationUrl')}`,
    },
    {
      flags: '--access-token-url <url>',
      help: `another Access token URL and Refresh token URL ${variableNote('accessTokenUrl')}`,
    },
    ...resultOptions,
    { flags: '--new-pkce', help: 'with --force: throw away the PKCE pair in the file that is replaced' },
    { flags: '-y, --yes', help: 'never ask' },
    { flags: '--no-open', help: 'never start a browser' },
    showSecrets,
    githubOutput,
  ],
} as const satisfies CommandDefinition;
