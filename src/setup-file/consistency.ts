import { labels } from '../facts/labels.ts';
import { type Region, redirectUriOf, regionNames } from '../facts/regions.ts';
import { parseCodeVerifier } from '../oauth/code-verifier.ts';
import { problemOf } from '../text/result.ts';
import {
  authenticationRequestRows,
  hasChallengeMethodRow,
  rowProblems,
  tokenRequestRows,
} from './parameter-rows.ts';
import { belongTogether } from './rotate.ts';
import type { Setup } from './schema.ts';

/**
 * Where the parts of a setup contradict each other, so that it cannot work as it stands. Empty for a sound one.
 * No value of a secret is part of an answer.
 */
export function inconsistencies(setup: Setup): string[] {
  return [
    ...regionProblems(setup),
    ...endpointProblems(setup),
    ...pairProblems(setup),
    ...tableProblems(setup),
  ];
}

function regionProblems({ region, redirectUri }: Setup): string[] {
  const known = regionNames.find((name): name is Region => name === region);
  if (known === undefined) return [`The region is none of ${regionNames.join(', ')}.`];
  return redirectUri === redirectUriOf(known)
    ? []
    : [`The ${labels.redirectUri} is not the one of region ${known}.`];
}

function endpointProblems({ accessTokenUrl, refreshTokenUrl }: Setup): string[] {
  return accessTokenUrl === refreshTokenUrl
    ? []
    : [`The ${labels.refreshTokenUrl} is not the ${labels.accessTokenUrl}.`];
}

function pairProblems({ pkce }: Setup): string[] {
  const problem = problemOf(parseCodeVerifier(pkce.codeVerifier));
  if (problem !== undefined) return [`The code verifier ${problem}`];
  if (pkce.codeChallengeMethod !== 'S256') return ['The code challenge method is not S256.'];
  return belongTogether(pkce) ? [] : ['The code challenge is not S256 of the code verifier.'];
}

/** The rows as this program writes them are the measure; rows of the user's own are not judged. */
function tableProblems({ advancedOptions, pkce }: Setup): string[] {
  const { authenticationRequest, tokenRequest } = advancedOptions;
  const withMethod = hasChallengeMethodRow(authenticationRequest.parameters);
  const tables = [
    {
      tab: labels.authenticationRequest,
      rows: authenticationRequest.parameters,
      expected: authenticationRequestRows(pkce.codeChallenge, withMethod),
    },
    {
      tab: labels.tokenRequest,
      rows: tokenRequest.parameters,
      expected: tokenRequestRows(pkce.codeVerifier),
    },
  ];
  return tables.flatMap(({ tab, rows, expected }) =>
    expected
      .flatMap((row) => rowProblems(row, rows))
      .map((problem) => `${labels.advancedOptions}, tab ${tab}: ${problem}`),
  );
}
