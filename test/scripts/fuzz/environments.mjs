import { closedPort } from './closed-port.mjs';
import { nastyText } from './texts.mjs';

const unset = [undefined, undefined, undefined, undefined, undefined];

/** Values of variables; `undefined` leaves one out. */
const variables = {
  CI: [undefined, 'true', 'false', '0', ''],
  NO_COLOR: [undefined, undefined, '1', ''],
  FORCE_COLOR: [undefined, undefined, '0', '1', '3', 'true', 'x', ''],
  LANG: [undefined, 'C', 'C.UTF-8', 'de_CH.UTF-8', 'nonsense'],
  LC_ALL: [undefined, undefined, 'C', 'en_US.utf8'],
  TERM: [undefined, 'dumb', 'xterm-256color', ''],
  COLUMNS: [undefined, '0', '1', '7', '80', '100000', '-3', 'wide'],
  GITHUB_OUTPUT: [undefined, 'outputs', 'outputs', 'folder', 'no/where', ''],
  SSH_CONNECTION: [undefined, '127.0.0.1 1 127.0.0.1 2'],
  npm_command: [undefined, undefined, 'exec'],
  NO_PROXY: ['127.0.0.1', '127.0.0.1', '127.0.0.1', undefined, ''],
  ZI_OAUTH_REGION: [...unset, 'NA', 'emea', 'mars'],
  ZI_OAUTH_SCOPES: [...unset, 'all', 'company contact', 'a:b', 'COMPANY'],
  ZI_OAUTH_NAME: [undefined, undefined, 'From the environment'],
  ZI_OAUTH_DESCRIPTION: [undefined, undefined, "it's"],
  ZI_OAUTH_CLIENT_ID: [undefined, undefined, '0oaFuzzClient456'],
  ZI_OAUTH_AUTHENTICATION_URL: [undefined, undefined, `${closedPort}/authorize`],
  ZI_OAUTH_ACCESS_TOKEN_URL: [undefined, undefined, `${closedPort}/token`],
  ZI_OAUTH_REDIRECT_URI: [undefined, undefined, 'https://example.com/cb'],
  ZI_OAUTH_CODE_CHALLENGE: [undefined, undefined, 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'],
};

/** A secret, intact or damaged, that the program must never print. */
const secretVariables = { ZI_OAUTH_CLIENT_SECRET: 'clientSecret', ZI_OAUTH_CODE_VERIFIER: 'codeVerifier' };

/** Settings that are rejected before anything is sent. */
const brokenProxies = [
  'socks5://127.0.0.1:9',
  'nonsense nonsense',
  '"http://127.0.0.1:9"',
  'http://127.0.0.1:9/x',
];

/**
 * An environment. A proxy that is absent, misbehaves, or can't be used catches every request
 * that would leave the machine.
 */
export function environment(random, secrets, hostileProxy) {
  const proxy = random.chance(0.1)
    ? random.pick(brokenProxies)
    : random.pick([closedPort, closedPort, hostileProxy, hostileProxy, hostileProxy]);
  const env = { PATH: process.env.PATH, HOME: '.', HTTP_PROXY: proxy, HTTPS_PROXY: proxy };
  for (const [name, values] of Object.entries(variables)) {
    const isNasty = name.startsWith('ZI_') && random.chance(0.01);
    const value = isNasty ? nastyText(random) : random.pick(values);
    if (value !== undefined) env[name] = value;
  }
  for (const [name, key] of Object.entries(secretVariables))
    if (random.chance(0.2)) env[name] = spoilt(random, secrets[key]);
  return env;
}

/** Mostly unchanged; otherwise with something that makes it invalid. */
export function spoilt(random, secret) {
  if (random.chance(0.6)) return secret;
  return random.pick([
    ` ${secret}`,
    `${secret}\n`,
    `${secret}\n${secret}`,
    `"${secret}"`,
    `\u001b[1m${secret}`,
    `${secret}é`,
    `${secret}\u200b`,
    secret.repeat(2000),
  ]);
}
