import { basicCredentials } from '../oauth/client-authentication.ts';
import { deriveCodeChallenge } from '../oauth/pkce.ts';
import { isSecretName } from '../oauth/protocol-words.ts';
import { makeRedactor, type Redactor } from './redactor.ts';
import type { Subject } from './subject.ts';

/** Every secret in a registration, including those in the wrong place. */
export function secretsOf(subject: Subject): string[] {
  const { clientId, clientSecret, codeVerifier, previousVerifier } = subject;
  const named = rowsOf(subject).filter(({ key }) => isSecretName(key));
  const credentials = clientId && clientSecret ? basicCredentials(clientId, clientSecret) : undefined;
  const all = [
    clientSecret,
    codeVerifier,
    previousVerifier,
    credentials,
    ...named.map(({ value }) => value),
    ...misplacedVerifiers(subject),
  ];
  return all.filter((text): text is string => Boolean(text));
}

const rowsOf = ({ authenticationRequest = [], tokenRequest = [] }: Subject) => [
  ...authenticationRequest,
  ...tokenRequest,
];

/** If verifier and challenge are swapped, the secret one is in the place of the public one, as its digest shows. */
function misplacedVerifiers(subject: Subject): string[] {
  const { codeVerifier, codeChallenge } = subject;
  const rows = rowsOf(subject).map(({ value }) => value);
  const values = [codeChallenge, codeVerifier, ...rows].filter((value) => value !== undefined);
  return values.filter((value) => values.includes(deriveCodeChallenge(value)));
}

const redactors = new WeakMap<readonly string[], Redactor>();

/** One per list, since a table has many rows. */
function redactorOf(secrets: readonly string[]): Redactor {
  const known = redactors.get(secrets) ?? makeRedactor();
  if (!redactors.has(secrets)) known.add(...secrets);
  redactors.set(secrets, known);
  return known;
}

/** Whether a parameter is a secret by its name, or contains a secret in its name or value. */
export function isSecretParameter(key: string, value: string, secrets: readonly string[]): boolean {
  if (value !== '' && isSecretName(key)) return true;
  const redactor = redactorOf(secrets);
  return [key, value].some((text) => secrets.includes(text) || redactor.holds(text));
}

/** Whether a URL contains a secret. Browsers, proxies and logs keep URLs. */
export function urlHoldsSecret(url: string, secrets: readonly string[]): boolean {
  const { searchParams } = new URL(url);
  if (redactorOf(secrets).holds(url)) return true;
  return [...searchParams].some(([key, value]) => isSecretParameter(key, value, secrets));
}
