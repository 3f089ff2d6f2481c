import type { Check } from '../../checks/check.ts';
import type { Subject } from '../../checks/subject.ts';
import { labels } from '../../facts/labels.ts';
import type { ClientAuthentication } from '../../oauth/client-authentication.ts';
import { accepted, type Result, refused } from '../../text/result.ts';
import { allOf } from '../../text/word-list.ts';
import { type Registration, registrationOf } from './registration.ts';

/** What a request may need. Each with an offline check must have passed it. */
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
  /** The offline checks whose failure makes the request pointless, or dangerous, since no secret may go to a wrong URL. */
  readonly checks: readonly string[];
  readonly isMet: (registration: Registration) => boolean;
}

const hasRow = (rows: Registration['tokenRequest'], key: string): boolean =>
  rows.some((row) => row.key === key);

/** Only a login needs the pair to be right. Online finds out whether the server accepts the request. */
const needs: Record<Need, NeedRule> = {
  endpoints: { label: 'the URLs', checks: ['endpoints'], isMet: () => true },
  redirectUri: {
    label: 'the redirect URI or the region',
    checks: ['region.redirect-uri'],
    isMet: ({ redirectUri }) => redirectUri !== '',
  },
  clientId: {
    label: `the ${labels.clientId}`,
    checks: ['client.id'],
    isMet: ({ client }) => client.clientId !== '',
  },
  clientSecret: {
    label: `the ${labels.clientSecret}`,
    checks: ['client.secret'],
    isMet: ({ client }) => client.clientSecret !== '',
  },
  codeVerifier: {
    label: 'the code verifier',
    checks: ['pkce.verifier'],
    isMet: ({ tokenRequest }) => hasRow(tokenRequest, 'code_verifier'),
  },
  codeChallenge: {
    label: 'the code challenge',
    checks: [],
    isMet: ({ authenticationRequest }) => authenticationRequest.length > 0,
  },
  scopes: { label: 'the scopes', checks: ['scopes'], isMet: ({ scopes }) => scopes.length > 0 },
  rows: {
    label: 'the PKCE pair and its rows',
    checks: ['pkce.challenge', 'parameters.authentication-request', 'parameters.token-request'],
    isMet: () => true,
  },
};

/** The registration for requests that need these values, or why such requests can't be made. */
export function registrationFor(
  needed: readonly Need[],
  subject: Subject,
  offline: readonly Check[],
  authentication: ClientAuthentication,
): Result<Registration> {
  const registration = registrationOf(subject, authentication);
  const problem = obstacle(needed, registration, offline);
  return problem === undefined ? accepted(registration) : refused(problem);
}

/** Why a request that needs these can't be made, or undefined. */
function obstacle(
  needed: readonly Need[],
  registration: Registration,
  offline: readonly Check[],
): string | undefined {
  const missing = needed.filter((need) => !needs[need].isMet(registration)).map((need) => needs[need].label);
  if (missing.length > 0) return `Requires ${allOf(missing)}.`;
  const wrong = needed
    .flatMap((need) => needs[need].checks)
    .filter((id) => offline.some((check) => check.id === id && check.status === 'fail'));
  if (wrong.length === 0) return undefined;
  return `Fix ${allOf(wrong)} first.`;
}
