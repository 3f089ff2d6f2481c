import { redirectUriOf, regions } from '../../src/facts/regions.ts';
import type { Parameter, Setup } from '../../src/setup-file/schema.ts';

/** What a person entered in both consoles, value by value. */
export interface Registration {
  /** At ZoomInfo: the Sign-in Redirect URIs and the scopes of the application. */
  readonly redirectUris: readonly string[];
  readonly applicationScopes: readonly string[];
  /** Set by Jitterbit for the organization; can't be entered. */
  readonly redirectUri: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: string;
  readonly authenticationUrl: string;
  readonly accessTokenUrl: string;
  readonly refreshTokenUrl: string;
  readonly authenticationRequest: readonly Parameter[];
  readonly tokenRequest: readonly Parameter[];
}

/** A registration in which every value matches the setup. */
export function registered(setup: Setup): Registration {
  return {
    redirectUris: [setup.redirectUri],
    applicationScopes: setup.scopes,
    redirectUri: setup.redirectUri,
    clientId: setup.clientId ?? '',
    clientSecret: setup.clientSecret ?? '',
    scopes: setup.scopes.join(' '),
    authenticationUrl: setup.authenticationUrl,
    accessTokenUrl: setup.accessTokenUrl,
    refreshTokenUrl: setup.refreshTokenUrl,
    authenticationRequest: setup.advancedOptions.authenticationRequest.parameters,
    tokenRequest: setup.advancedOptions.tokenRequest.parameters,
  };
}

/** A mistake at a console, and the value that it spoils. */
export interface Slip {
  readonly value: string;
  readonly how: string;
  readonly spoil: (right: Registration) => Registration;
}

type Rows = 'authenticationRequest' | 'tokenRequest';

const withRow =
  (rows: Rows, key: string, change: (row: Parameter) => Partial<Parameter>) =>
  (right: Registration): Registration => ({
    ...right,
    [rows]: right[rows].map((row) => (row.key === key ? { ...row, ...change(row) } : row)),
  });

const withoutRow =
  (rows: Rows, key: string) =>
  (right: Registration): Registration => ({ ...right, [rows]: right[rows].filter((row) => row.key !== key) });

/** A value without its last character, or with a different one. */
const cutShort = (text: string): string => text.slice(0, -1);
const otherEnd = (text: string): string => `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`;

/** Mistakes at a console: each of the eleven values spoiled in turn, then the Send in of each row. */
export const slips: readonly Slip[] = [
  {
    value: 'Sign-in Redirect URI',
    how: "another region's",
    spoil: (right) => ({ ...right, redirectUris: [redirectUriOf(otherRegion(right.redirectUri))] }),
  },
  {
    value: 'OAuth 2.0 scopes',
    how: 'one not selected',
    spoil: (right) => ({ ...right, applicationScopes: right.applicationScopes.slice(1) }),
  },
  {
    value: 'Client ID',
    how: 'cut short',
    spoil: (right) => ({ ...right, clientId: cutShort(right.clientId) }),
  },
  {
    value: 'Client Secret',
    how: 'one character wrong',
    spoil: (right) => ({ ...right, clientSecret: otherEnd(right.clientSecret) }),
  },
  {
    value: 'Scopes',
    how: 'separated by commas',
    spoil: (right) => ({ ...right, scopes: right.scopes.replaceAll(' ', ',') }),
  },
  {
    value: 'Authentication URL',
    how: 'that of the token',
    spoil: (right) => ({ ...right, authenticationUrl: right.accessTokenUrl }),
  },
  {
    value: 'Access token URL',
    how: 'that of the sign-in',
    spoil: (right) => ({ ...right, accessTokenUrl: right.authenticationUrl }),
  },
  {
    value: 'Refresh token URL',
    how: 'that of the sign-in',
    spoil: (right) => ({ ...right, refreshTokenUrl: right.authenticationUrl }),
  },
  {
    value: 'response_type',
    how: 'token',
    spoil: withRow('authenticationRequest', 'response_type', () => ({ value: 'token' })),
  },
  {
    value: 'code_challenge',
    how: 'one character wrong',
    spoil: withRow('authenticationRequest', 'code_challenge', ({ value }) => ({ value: otherEnd(value) })),
  },
  {
    value: 'code_verifier',
    how: 'one character wrong',
    spoil: withRow('tokenRequest', 'code_verifier', ({ value }) => ({ value: otherEnd(value) })),
  },
  {
    value: 'response_type',
    how: 'Send in Request Body',
    spoil: withRow('authenticationRequest', 'response_type', () => ({ sendIn: 'Request Body' })),
  },
  {
    value: 'code_challenge',
    how: 'Send in Request Body',
    spoil: withRow('authenticationRequest', 'code_challenge', () => ({ sendIn: 'Request Body' })),
  },
  {
    value: 'code_verifier',
    how: 'Send in Request URL',
    spoil: withRow('tokenRequest', 'code_verifier', () => ({ sendIn: 'Request URL' })),
  },
  {
    value: 'code_verifier',
    how: 'in the tab Authentication request',
    spoil: (right) => ({
      ...withoutRow('tokenRequest', 'code_verifier')(right),
      authenticationRequest: [
        ...right.authenticationRequest,
        ...right.tokenRequest.map((row) => ({ ...row, sendIn: 'Request URL' })),
      ],
    }),
  },
  { value: 'code_challenge', how: 'no row', spoil: withoutRow('authenticationRequest', 'code_challenge') },
  { value: 'response_type', how: 'no row', spoil: withoutRow('authenticationRequest', 'response_type') },
  { value: 'code_verifier', how: 'no row', spoil: withoutRow('tokenRequest', 'code_verifier') },
];

const otherRegion = (redirectUri: string): 'NA' | 'EMEA' =>
  redirectUri.includes(regions.NA.host) ? 'EMEA' : 'NA';
