import {
  authenticationRequestRows,
  challengeMethodKey,
  hasChallengeMethodRow,
  tokenRequestRows,
} from './build.ts';
import { verifierProblem } from './code-verifier.ts';
import type { PkcePair } from './pkce.ts';
import { type Region, redirectUriOf, regionNames } from './regions.ts';
import { belongTogether } from './rotate.ts';
import type { Parameter, Setup } from './schema.ts';

/**
 * Where the parts of a setup contradict each other, so that it cannot work as it stands. Empty for a sound one.
 * No value of a secret is part of an answer.
 */
export function inconsistencies(setup: Setup): string[] {
  return [
    ...regionProblems(setup),
    ...endpointProblems(setup),
    ...pairProblems(setup),
    ...rowProblems(setup),
  ];
}

function regionProblems({ region, redirectUri }: Setup): string[] {
  const known = regionNames.find((name): name is Region => name === region);
  if (known === undefined) return [`The region is none of ${regionNames.join(', ')}.`];
  return redirectUri === redirectUriOf(known)
    ? []
    : [`The Sign-in Redirect URI is not the one of region ${known}.`];
}

function endpointProblems({ accessTokenUrl, refreshTokenUrl }: Setup): string[] {
  return accessTokenUrl === refreshTokenUrl ? [] : ['The Refresh token URL is not the Access token URL.'];
}

function pairProblems({ pkce }: Setup): string[] {
  const problem = verifierProblem(pkce.codeVerifier);
  if (problem !== undefined) return [`The code verifier ${problem}`];
  if (pkce.codeChallengeMethod !== 'S256') return ['The code challenge method is not S256.'];
  return belongTogether(pkce) ? [] : ['The code challenge is not S256 of the code verifier.'];
}

/** The rows as this program writes them are the measure; rows of the user's own are not judged. */
function rowProblems({ advancedOptions, pkce }: Setup): string[] {
  const { authenticationRequest, tokenRequest } = advancedOptions;
  const pair: PkcePair = { ...pkce, codeChallengeMethod: 'S256' };
  const withMethod = hasChallengeMethodRow(authenticationRequest.parameters);
  return [
    ...tabProblems(
      'Authentication request',
      authenticationRequest.parameters,
      authenticationRequestRows(pair, withMethod),
    ),
    ...tabProblems('Token request', tokenRequest.parameters, tokenRequestRows(pair)),
  ];
}

function tabProblems(tab: string, rows: readonly Parameter[], expected: readonly Parameter[]): string[] {
  const place = `Advanced options, tab ${tab}`;
  return expected.flatMap((wanted) => {
    const found = rows.filter(({ key }) => key === wanted.key);
    const [row] = found;
    if (row === undefined) return [`${place}: the row ${wanted.key} is missing.`];
    if (found.length > 1) return [`${place}: the row ${wanted.key} stands there more than once.`];
    if (row.value !== wanted.value)
      return [`${place}: the value of ${wanted.key} is not ${sourceOf(wanted)}.`];
    return row.sendIn === wanted.sendIn ? [] : [`${place}: ${wanted.key} is not sent in ${wanted.sendIn}.`];
  });
}

function sourceOf({ key, value }: Parameter): string {
  return key === 'response_type' || key === challengeMethodKey ? value : 'that of the PKCE pair';
}
