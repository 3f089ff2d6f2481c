import { clientAuthentications } from '../../oauth/client-authentication.ts';
import { verifyFormats } from '../../options.ts';
import { defaultTimeouts } from '../../verify/timeouts.ts';
import type { CommandDefinition } from '../definition-types.ts';
import { regionHelp, variableNote } from '../shared-options.ts';
import { list, wholeNumber } from '../value-readers.ts';

export const verify = {
  summary: 'check a setup: offline, --online, --login',
  argument: '[file]',
  examples: [
    ['zi-oauth-setup verify zoominfo.json', 'check the values, without a network'],
    ['zi-oauth-setup verify zoominfo.json --online', 'ask the authorization server, too'],
    ['zi-oauth-setup verify zoominfo.json --login', 'sign in, and try the tokens once'],
    ['zi-oauth-setup verify -r na -s company --redirect-uri "$URI" -f json', 'values typed in by hand'],
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
      help: `with --login: how long to wait for the user (${defaultTimeouts.login} if not given)`,
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
      help: `time for each request (${defaultTimeouts.request} if not given)`,
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
      help: `without a file: region of the Jitterbit organization: ${regionHelp} ${variableNote('region')}`,
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
} as const satisfies CommandDefinition;
