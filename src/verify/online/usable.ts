import type { Check } from '../check.ts';
import type { Registration } from './registration.ts';

/** What a request may need. `endpoints` and those with an offline check must not have failed it. */
export type Need =
  | 'endpoints'
  | 'redirectUri'
  | 'clientId'
  | 'clientSecret'
  | 'codeVerifier'
  | 'codeChallenge'
  | 'scopes'
  | 'rows';

interface NeedRule {
  readonly label: string;
  /** The offline checks whose failure makes the request pointless, or dangerous: no secret goes to a wrong address. */
  readonly checks: readonly string[];
  readonly isThere: (registration: Registration) => boolean;
}

const hasRow = (rows: Registration['tokenRequest'], key: string): boolean =>
  rows.some((row) => row.key === key);

/** Only login needs the pair to be right; whether the server takes it is what online finds out. */
const needs: Record<Need, NeedRule> = {
  endpoints: { label: 'the addresses', checks: ['endpoints'], isThere: () => true },
  redirectUri: {
    label: 'the redirect URI or the region',
    checks: ['region.redirect-uri'],
    isThere: ({ redirectUri }) => redirectUri !== undefined,
  },
  clientId: {
    label: 'the Client ID',
    checks: ['client.id'],
    isThere: ({ clientId }) => clientId !== undefined,
  },
  clientSecret: {
    label: 'the Client Secret',
    checks: ['client.secret'],
    isThere: ({ clientSecret }) => clientSecret !== undefined,
  },
  codeVerifier: {
    label: 'the code verifier',
    checks: ['pkce.verifier'],
    isThere: ({ tokenRequest }) => hasRow(tokenRequest, 'code_verifier'),
  },
  codeChallenge: {
    label: 'the code challenge',
    checks: [],
    isThere: ({ authenticationRequest }) => authenticationRequest.length > 0,
  },
  scopes: { label: 'the scopes', checks: ['scopes'], isThere: ({ scopes }) => scopes.length > 0 },
  rows: {
    label: 'the pair and its rows',
    checks: ['pkce.challenge', 'parameters.authentication-request', 'parameters.token-request'],
    isThere: () => true,
  },
};

/** A registration in which what a request needs is known to be there. */
export type Usable<N extends Need> = Registration & {
  readonly [Key in Extract<N, 'redirectUri' | 'clientId' | 'clientSecret'>]: string;
};

/** The registration for a request that needs these, or why the request cannot be made. */
export function usableFor<N extends Need>(
  needed: readonly N[],
  registration: Registration,
  offline: readonly Check[],
): Usable<N> | string {
  const missing = needed
    .filter((need) => !needs[need].isThere(registration))
    .map((need) => needs[need].label);
  if (missing.length > 0) return `Not possible without ${listed(missing)}.`;
  const wrong = needed
    .flatMap((need) => needs[need].checks)
    .filter((id) => offline.some((check) => check.id === id && check.status === 'fail'));
  return wrong.length > 0
    ? `Not tried before ${listed(wrong)} ${wrong.length > 1 ? 'are' : 'is'} put right.`
    : (registration as Usable<N>);
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
