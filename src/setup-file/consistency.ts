import { labels } from '../facts/labels.ts';
import { redirectUriOf, regionMeant, regionNames } from '../facts/regions.ts';
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
 * Contradictions in a setup that prevent it from working, as full sentences. Empty for a sound setup.
 * No sentence contains a secret.
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
  const known = regionMeant(region);
  if (known === undefined) return [`The region must be one of ${regionNames.join(', ')}.`];
  return redirectUri === redirectUriOf(known)
    ? []
    : [`The ${labels.redirectUri} doesn't match region ${known} exactly.`];
}

function endpointProblems({ accessTokenUrl, refreshTokenUrl }: Setup): string[] {
  return accessTokenUrl === refreshTokenUrl
    ? []
    : [`The ${labels.refreshTokenUrl} differs from the ${labels.accessTokenUrl}.`];
}

function pairProblems({ pkce }: Setup): string[] {
  const problem = problemOf(parseCodeVerifier(pkce.codeVerifier));
  if (problem !== undefined) return [`The code verifier ${problem}`];
  if (pkce.codeChallengeMethod !== 'S256') return ['The code challenge method must be S256.'];
  return belongTogether(pkce) ? [] : ["The code challenge doesn't match the code verifier."];
}

/** Compares with the rows that this program writes. The user's own rows aren't judged. */
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
      .map((problem) => `${labels.advancedOptions} > ${tab}: ${problem}`),
  );
}
