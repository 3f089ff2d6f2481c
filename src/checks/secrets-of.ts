import { basicCredentials } from '../oauth/client-authentication.ts';
import { isSecretName } from '../oauth/protocol-words.ts';
import { oncePer } from '../text/once.ts';
import { pairsIn, rowsOf, withoutChallenges } from './code-pairs.ts';
import { makeRedactor, type Redactor } from './redactor.ts';
import type { Subject } from './subject.ts';

/** Every secret in a registration, including those in the wrong place. A code challenge in the place of a secret isn't one. */
export const secretsOf = oncePer((subject: Subject): readonly string[] => {
  const { clientId, clientSecret, codeVerifier, previousVerifier } = subject;
  const named = rowsOf(subject).filter(({ key }) => isSecretName(key));
  const credentials = clientId && clientSecret ? basicCredentials(clientId, clientSecret) : undefined;
  const pairs = pairsIn(subject);
  const all = [
    clientSecret,
    codeVerifier,
    previousVerifier,
    credentials,
    ...named.map(({ value }) => value),
    ...pairs.map((pair) => pair.codeVerifier),
  ];
  return [...new Set(withoutChallenges(all, pairs))];
});

/** A redactor for the secrets in a list. */
export const redactorOf = oncePer((secrets: readonly string[]): Redactor => {
  const redactor = makeRedactor();
  redactor.add(...secrets);
  return redactor;
});

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
