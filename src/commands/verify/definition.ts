import { questions } from '../../answers/questions.ts';
import { labels } from '../../facts/labels.ts';
import { clientAuthentications } from '../../oauth/client-authentication.ts';
import { defaultTimeouts } from '../../verify/timeouts.ts';
import type { CommandDefinition } from '../shared/command-definition.ts';
import type { OptionsOf } from '../shared/option-types.ts';
import { regionHelp } from '../shared/shared-options.ts';
import { list, wholeNumber } from '../shared/value-readers.ts';
import { verifyFormats } from './verify-formats.ts';

const instead = { group: 'Values without a setup file', withoutFile: true } as const;

export const definition = {
  name: 'verify',
  summary: 'check a setup: offline, --online, or with a sign-in (--login)',
  argument: '[file]',
  outcomes: {
    content: 'a file or standard input is invalid, or an offline check failed',
    noVerdict: 'inconclusive: no response, or an unrecognized response',
    refused: 'rejected by the authorization server',
  },
  examples: [
    ['zi-oauth-setup verify zoominfo.json', 'check the values offline'],
    ['zi-oauth-setup verify zoominfo.json --online', 'also test against the authorization server'],
    ['zi-oauth-setup verify zoominfo.json --login', 'sign in and try the tokens once'],
    ['zi-oauth-setup verify -r na -s company -f json', 'check values without a file'],
  ],
  options: [
    {
      flags: '--online',
      help: `test the URLs, ${labels.clientId}, and ${labels.clientSecret} against the authorization server`,
      group: 'Checks',
    },
    {
      flags: '--login',
      help: 'sign in, then paste the URL from the address bar (or use --loopback)',
      group: 'Checks',
    },
    {
      flags: '--loopback <uri>',
      help: `with --login: wait for the browser on this URI, such as http://127.0.0.1:8910/callback; add it to your ZoomInfo application first`,
      group: 'Sign-in',
    },
    { flags: '--no-refresh', help: "with --login: don't try the refresh token", group: 'Sign-in' },
    {
      flags: '--login-timeout <seconds>',
      help: 'with --login: how long to wait for the sign-in',
      group: 'Sign-in',
      shownDefault: `${defaultTimeouts.login}`,
      read: wholeNumber(1, 86_400),
    },
    { flags: '--no-open', help: 'never open a browser', group: 'Sign-in' },
    {
      flags: '--client-auth <method>',
      help: `how to send the ${labels.clientId} and ${labels.clientSecret}`,
      group: 'Requests',
      choices: clientAuthentications,
      preset: 'basic',
    },
    {
      flags: '--timeout <seconds>',
      help: 'time limit for each request',
      group: 'Requests',
      shownDefault: `${defaultTimeouts.request}`,
      read: wholeNumber(1, 3600),
    },
    {
      flags: '--allow-host <host>',
      help: `with --online or --login: allow sending a ${labels.clientSecret} that isn't in the file to this host (repeatable)`,
      group: 'Requests',
      read: list,
    },
    {
      flags: '--explain',
      help: 'log each request and response, with secrets masked',
      group: 'Requests',
    },
    {
      flags: '-f, --format <format>',
      help: 'output format',
      group: 'Output',
      choices: verifyFormats,
      preset: 'text',
    },
    {
      flags: `-r, ${questions.region.option} <region>`,
      help: regionHelp,
      env: questions.region.variable,
      ...instead,
    },
    {
      flags: `-s, ${questions.scopes.option} <list>`,
      help: 'scopes, separated by commas or spaces, repeatable',
      env: questions.scopes.variable,
      read: list,
      ...instead,
    },
    {
      flags: '--redirect-uri <uri>',
      help: labels.redirectUri,
      env: 'ZI_OAUTH_REDIRECT_URI',
      ...instead,
    },
    {
      flags: `${questions.clientId.option} <id>`,
      help: `${labels.clientId}, also if the setup file has none`,
      group: instead.group,
      env: questions.clientId.variable,
    },
    {
      flags: `${questions.clientSecret.option} <path>`,
      help: `file that contains the ${labels.clientSecret}, also if the setup file has none (- for standard input)`,
      group: instead.group,
      env: questions.clientSecret.variable,
    },
    {
      flags: `${questions.codeVerifier.option} <path>`,
      help: 'file that contains the code verifier (- for standard input)',
      env: questions.codeVerifier.variable,
      ...instead,
    },
    {
      flags: '--code-challenge <challenge>',
      help: 'code challenge',
      env: 'ZI_OAUTH_CODE_CHALLENGE',
      ...instead,
    },
    {
      flags: '--challenge-method-row',
      help: 'the registration has the row code_challenge_method = S256',
      ...instead,
    },
    {
      flags: `${questions.authenticationUrl.option} <url>`,
      help: labels.authenticationUrl,
      env: questions.authenticationUrl.variable,
      ...instead,
    },
    {
      flags: `${questions.accessTokenUrl.option} <url>`,
      help: labels.accessTokenUrl,
      env: questions.accessTokenUrl.variable,
      ...instead,
    },
  ],
} as const satisfies CommandDefinition;

export type VerifyOptions = OptionsOf<typeof definition>;
