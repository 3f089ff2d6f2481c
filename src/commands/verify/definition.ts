import { questions } from '../../answers/questions.ts';
import { labels } from '../../facts/labels.ts';
import { clientAuthentications } from '../../oauth/client-authentication.ts';
import { defaultTimeouts } from '../../verify/timeouts.ts';
import type { CommandDefinition } from '../shared/command-definition.ts';
import type { OptionsOf } from '../shared/option-types.ts';
import { regionHelp, variableNote } from '../shared/shared-options.ts';
import { list, wholeNumber } from '../shared/value-readers.ts';
import { verifyFormats } from './verify-formats.ts';

export const definition = {
  name: 'verify',
  summary: 'check a setup: offline, --online, --login',
  argument: '[file]',
  examples: [
    ['zi-oauth-setup verify zoominfo.json', 'check the values, without a network'],
    ['zi-oauth-setup verify zoominfo.json --online', 'ask the authorization server, too'],
    ['zi-oauth-setup verify zoominfo.json --login', 'sign in, and try the tokens once'],
    ['zi-oauth-setup verify -r na -s company --redirect-uri "$URI" -f json', 'values typed in by hand'],
  ],
  options: [
    {
      flags: '--online',
      help: `try address, ${labels.clientId} and ${labels.clientSecret} on the authorization server`,
    },
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
      help: `how ${labels.clientId} and ${labels.clientSecret} are sent`,
      choices: clientAuthentications,
      preset: 'basic',
    },
    {
      flags: '--timeout <seconds>',
      help: `time for each request (${defaultTimeouts.request} if not given)`,
      read: wholeNumber(1, 3600),
    },
    {
      flags: '--allow-host <host>',
      help: `with --online or --login: send a ${labels.clientSecret} that is not in the file to this host of the file, repeatable`,
      read: list,
    },
    { flags: '--explain', help: 'tell each request and its answer, secrets hidden' },
    {
      flags: '-f, --format <format>',
      help: 'format of the result',
      choices: verifyFormats,
      preset: 'text',
    },
    {
      flags: `-r, ${questions.region.option} <region>`,
      help: `region of the Jitterbit organization: ${regionHelp} ${variableNote('region')}`,
      withoutFile: true,
    },
    {
      flags: `-s, ${questions.scopes.option} <list>`,
      help: `the scopes ${variableNote('scopes')}`,
      read: list,
      withoutFile: true,
    },
    {
      flags: '--redirect-uri <uri>',
      help: `the ${labels.redirectUri} (env: ZI_OAUTH_REDIRECT_URI)`,
      withoutFile: true,
    },
    {
      flags: `${questions.clientId.option} <id>`,
      help: `without one in the file: the ${labels.clientId} ${variableNote('clientId')}`,
    },
    {
      flags: `${questions.clientSecret.option} <path>`,
      help: `without one in the file: file with the ${labels.clientSecret}, - for standard input ${variableNote('clientSecret')}`,
    },
    {
      flags: `${questions.codeVerifier.option} <path>`,
      help: `file with the PKCE code verifier, - for standard input ${variableNote('codeVerifier')}`,
      withoutFile: true,
    },
    {
      flags: '--code-challenge <challenge>',
      help: 'the PKCE code challenge (env: ZI_OAUTH_CODE_CHALLENGE)',
      withoutFile: true,
    },
    {
      flags: '--challenge-method-row',
      help: 'the registration has the row code_challenge_method = S256',
      withoutFile: true,
    },
    {
      flags: `${questions.authenticationUrl.option} <url>`,
      help: `the ${labels.authenticationUrl} ${variableNote('authenticationUrl')}`,
      withoutFile: true,
    },
    {
      flags: `${questions.accessTokenUrl.option} <url>`,
      help: `the ${labels.accessTokenUrl} ${variableNote('accessTokenUrl')}`,
      withoutFile: true,
    },
  ],
} as const satisfies CommandDefinition;

export type VerifyOptions = OptionsOf<typeof definition>;
