import { pkceFormats, verifyFormats } from '../options.ts';
import { formatNames } from '../render/format-names.ts';
import { type AnswerKey, defaultAnswers, questions } from '../setup/answers.ts';
import { verifierLength } from '../setup/code-verifier.ts';
import { regionNames, regions } from '../setup/regions.ts';
import { documentedScopes, scopes } from '../setup/scopes.ts';
import { clientAuthentications } from '../verify/online/client-authentication.ts';
import { list, type ValueReader, wholeNumber } from './values.ts';

/** One option as data. An option that takes a value never takes an empty one. */
export interface OptionDefinition {
  readonly flags: string;
  readonly help: string;
  readonly choices?: readonly string[];
  readonly preset?: string;
  readonly read?: ValueReader;
}

export interface CommandDefinition {
  readonly summary: string;
  readonly examples: readonly (readonly [command: string, purpose: string])[];
  readonly options: readonly OptionDefinition[];
  /** The one word that the command takes besides options; in angle brackets it must be there. */
  readonly argument?: '<file>' | '[file]';
  /** Is run when no command is named. */
  readonly isDefault?: true;
}

const regionChoices = regionNames.map((name) => `${name} (${regions[name].host})`).join(', ');
const scopeChoices = documentedScopes.map((scope) => scopes[scope].short).join(', ');

const variableNote = (key: AnswerKey): string =>
  `(env: ${questions[key].variable}${questions[key].secret ? ', which holds the value itself' : ''})`;

export const commandDefinitions = {
  setup: {
    summary: 'walk through the setup, or make it from flags (default command)',
    isDefault: true,
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
        help: `region of the Jitterbit organization: ${regionChoices}, or an address of the Harmony portal ${variableNote('region')}`,
      },
      {
        flags: '-s, --scopes <list>',
        help: `scopes, separated by commas or spaces, repeatable: ${scopeChoices}, all, or full names ${variableNote('scopes')}`,
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
      {
        flags: '-f, --format <format>',
        help: 'format of the result (text if nothing else says)',
        choices: formatNames,
      },
      {
        flags: '-o, --output <path>',
        help: 'write the result to a file, only readable by you; its extension names the format',
      },
      { flags: '--force', help: 'replace an existing file' },
      { flags: '--new-pkce', help: 'with --force: throw away the PKCE pair in the file that is replaced' },
      { flags: '-y, --yes', help: 'never ask' },
      { flags: '--no-open', help: 'never start a browser' },
      { flags: '--show-secrets', help: 'do not mask the Client Secret in text on a terminal' },
    ],
  },
  verify: {
    summary: 'check a setup: offline, --online, --login',
    argument: '[file]',
    examples: [
      ['zi-oauth-setup verify zoominfo.json', 'check the values, without a network'],
      ['zi-oauth-setup verify zoominfo.json --online', 'ask the authorization server, too'],
      ['zi-oauth-setup verify zoominfo.json --login', 'sign in, and try the tokens once'],
      ['zi-oauth-setup verify -r na -s company --code-challenge X -f json', 'values typed in by hand'],
    ],
    options: [
      { flags: '--online', help: 'try address, Client ID and Client Secret on the authorization server' },
      {
        flags: '--login',
        help: 'sign in for real: paste the address bar afterwards, or see --loopback',
      },
      {
        flags: '--loopback <uri>',
        help: 'with --login: listen there for the browser, such as http://127.0.0.1:8910/callback; the application must list the URI',
      },
      { flags: '--no-refresh', help: 'with --login: do not try the refresh token' },
      {
        flags: '--login-timeout <seconds>',
        help: 'with --login: how long to wait for the user (300 if not given)',
        read: wholeNumber(1, 86_400),
      },
      { flags: '--no-open', help: 'never start a browser' },
      {
        flags: '--client-auth <method>',
        help: 'how Client ID and Client Secret are sent',
        choices: clientAuthentications,
        preset: 'basic',
      },
      {
        flags: '--timeout <seconds>',
        help: 'time for each request (15 if not given)',
        read: wholeNumber(1, 3600),
      },
      { flags: '--explain', help: 'tell each request and its answer, secrets hidden' },
      {
        flags: '-f, --format <format>',
        help: 'format of the result',
        choices: verifyFormats,
        preset: 'text',
      },
      {
        flags: '-r, --region <region>',
        help: `without a file: region of the Jitterbit organization: ${regionChoices} ${variableNote('region')}`,
      },
      {
        flags: '-s, --scopes <list>',
        help: `without a file: the scopes ${variableNote('scopes')}`,
        read: list,
      },
      {
        flags: '--redirect-uri <uri>',
        help: 'without a file: the Sign-in Redirect URI (env: ZI_OAUTH_REDIRECT_URI)',
      },
      {
        flags: '--client-id <id>',
        help: `without one in the file: the Client ID ${variableNote('clientId')}`,
      },
      {
        flags: '--client-secret-file <path>',
        help: `without one in the file: file with the Client Secret, - for standard input ${variableNote('clientSecret')}`,
      },
      {
        flags: '--code-verifier-file <path>',
        help: `without a file: file with the PKCE code verifier, - for standard input ${variableNote('codeVerifier')}`,
      },
      {
        flags: '--code-challenge <challenge>',
        help: 'without a file: the PKCE code challenge (env: ZI_OAUTH_CODE_CHALLENGE)',
      },
      {
        flags: '--challenge-method-row',
        help: 'without a file: the registration has the row code_challenge_method = S256',
      },
      {
        flags: '--authentication-url <url>',
        help: `without a file: the Authentication URL ${variableNote('authenticationUrl')}`,
      },
      {
        flags: '--access-token-url <url>',
        help: `without a file: the Access token URL ${variableNote('accessTokenUrl')}`,
      },
    ],
  },
  pkce: {
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
    ],
  },
} as const satisfies Record<string, CommandDefinition>;

export type CommandName = keyof typeof commandDefinitions;

export const commandNames = Object.keys(commandDefinitions) as CommandName[];
