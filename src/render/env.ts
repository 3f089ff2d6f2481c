import { Failure } from '../errors.ts';
import type { Audience } from '../facts/audience.ts';
import type { PkcePair } from '../oauth/pkce.ts';
import type { Pkce, Setup } from '../setup-file/schema.ts';
import { lineBreak } from '../text/characters.ts';

/** One variable: its name without the prefix, and its value (null: not set). */
export type Variable = readonly [name: string, value: string | null];

const variablePrefix = 'ZI_OAUTH_';

/** The variables of a PKCE pair, in the published order. */
export function pkceVariables(pkce: PkcePair | Pkce): Variable[] {
  return [
    ['CODE_VERIFIER', pkce.codeVerifier],
    ['CODE_CHALLENGE', pkce.codeChallenge],
    ['CODE_CHALLENGE_METHOD', pkce.codeChallengeMethod],
  ];
}

/** The variables of a setup, in the published order. */
export function setupVariables(setup: Setup, audience?: Audience): Variable[] {
  const forZoomInfo: readonly string[] = ['REDIRECT_URI', 'SCOPES'];
  const variables: Variable[] = [
    ['REGION', setup.region],
    ['NAME', setup.name],
    ['DESCRIPTION', setup.description],
    ['REDIRECT_URI', setup.redirectUri],
    ['SCOPES', setup.scopes.join(' ')],
    ['CLIENT_ID', setup.clientId],
    ['CLIENT_SECRET', setup.clientSecret],
    ['AUTHENTICATION_URL', setup.authenticationUrl],
    ['ACCESS_TOKEN_URL', setup.accessTokenUrl],
    ['REFRESH_TOKEN_URL', setup.refreshTokenUrl],
    ...pkceVariables(setup.pkce),
  ];
  if (audience === 'zoominfo') return variables.filter(([name]) => forZoomInfo.includes(name));
  return audience === 'jitterbit' ? variables.filter(([name]) => name !== 'REDIRECT_URI') : variables;
}

/**
 * Assignments that `sh`, `node --env-file` and `dotenv` all read as the same values.
 * @throws Failure (content) for a value that can't be quoted for all three
 */
export function renderEnv(variables: readonly Variable[]): string {
  return variables
    .map(([name, value]) => `${variablePrefix}${name}=${quoteValue(variablePrefix + name, value ?? '')}\n`)
    .join('');
}

function quoteValue(name: string, value: string): string {
  if (lineBreak.test(value) || value.includes('\0')) throw unquotable(name, 'a line break');
  // dotenv reads a backslash before the closing quote as an escape, and continues to the next quote in the file.
  if (value.endsWith('\\')) throw unquotable(name, 'a trailing \\');
  if (!value.includes("'")) return `'${value}'`;
  if (/[$`\\"]/.test(value)) throw unquotable(name, 'both \' and one of $ ` \\ "');
  return `"${value}"`;
}

function unquotable(name: string, what: string): Failure {
  return new Failure(
    'content',
    `${name} contains ${what}, which sh, node and dotenv don't all read the same way in an env file.`,
    ['Use another --format, or change the value.'],
  );
}
