import { expectedCodeChallenge } from '../oauth/expected-challenge.ts';
import type { PkcePair } from '../oauth/pkce.ts';
import { extensionKeysOf } from './extension-keys.ts';
import { partOfPair } from './parameter-rows.ts';
import type { Parameter, Pkce, Setup } from './schema.ts';

/** The setup with a new pair, also in its rows. The current pair becomes the previous one; nothing else changes. */
export function rotateSetup(setup: Setup, pair: PkcePair): Setup {
  return withPairs(setup, pair, setup.pkce);
}

/** Whether there is a valid previous pair, so that a rotation can be undone. */
export function canUndo({ previousPkce }: Setup): boolean {
  return previousPkce !== undefined && belongTogether(previousPkce);
}

/** The setup with its two pairs swapped; undoing twice restores it. @throws TypeError without a previous pair */
export function undoRotation(setup: Setup): Setup {
  if (setup.previousPkce === undefined) throw new TypeError('there is no previous pair');
  return withPairs(setup, setup.previousPkce, setup.pkce);
}

/** Whether a challenge matches its verifier, RFC 7636 section 4.6; we only use S256. */
export function belongTogether({ codeVerifier, codeChallenge, codeChallengeMethod }: Pkce): boolean {
  return codeChallengeMethod === 'S256' && expectedCodeChallenge(codeVerifier) === codeChallenge;
}

/** Extension keys of a pair stay in place; keys are in file order. */
function withPairs(setup: Setup, pair: Pkce, previous: Pkce): Setup {
  const { pkce, previousPkce, advancedOptions, ...rest } = setup;
  const { authenticationRequest, tokenRequest } = advancedOptions;
  const withRows = (tab: typeof tokenRequest): typeof tokenRequest => ({
    ...tab,
    parameters: tab.parameters.map((row) => rowOfPair(row, pair)),
  });
  const own = extensionKeysOf(rest);
  const known = Object.fromEntries(Object.entries(rest).filter(([key]) => !Object.hasOwn(own, key)));
  return {
    ...(known as typeof rest),
    pkce: { ...partsOf(pair), ...extensionKeysOf(pkce) },
    previousPkce: { ...partsOf(previous), ...extensionKeysOf(previousPkce) },
    advancedOptions: {
      ...advancedOptions,
      authenticationRequest: withRows(authenticationRequest),
      tokenRequest: withRows(tokenRequest),
    },
    ...own,
  };
}

function partsOf({ codeVerifier, codeChallenge, codeChallengeMethod }: Pkce): Pkce {
  return { codeVerifier, codeChallenge, codeChallengeMethod };
}

function rowOfPair(row: Parameter, pair: Pkce): Parameter {
  const part = partOfPair(row);
  return part === undefined ? row : { ...row, value: pair[part] };
}
