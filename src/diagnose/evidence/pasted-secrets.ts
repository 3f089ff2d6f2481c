import { makeRedactor, type Redactor } from '../../checks/redactor.ts';
import { secretsOf } from '../../checks/secrets-of.ts';
import { subjectOfSetup } from '../../checks/subject.ts';
import { isSecretName } from '../../oauth/protocol-words.ts';
import type { Evidence, FoundParameter } from './evidence.ts';
import type { SetupWithFile } from './registered.ts';

/** Redactors for the secrets of a paste and of a setup. */
export interface PasteRedactors {
  /** For text from the paste: also withholds every value that could be a secret. */
  readonly forWords: Redactor;
  /** For finished checks: withholds only what is certainly a secret, so that it doesn't touch the program's own words. */
  readonly forChecks: Redactor;
}

/** Parameters whose values are never secret; those of the answer's error are words for people. */
const publicNames: ReadonlySet<string> = new Set([
  'response_type',
  'response_mode',
  'redirect_uri',
  'scope',
  'code_challenge_method',
  'prompt',
  'grant_type',
  'error',
  'error_description',
  'error_uri',
  'errorCode',
  'errorSummary',
]);

/** A shorter value of an unknown parameter is a word, not a secret. */
const shortestSecret = 8;

/** Knows every secret of the setup and everything in the paste that could be one. */
export function redactorsFor(evidence: Evidence, registered: SetupWithFile | undefined): PasteRedactors {
  const forWords = makeRedactor();
  const forChecks = makeRedactor();
  const ofFile = registered === undefined ? [] : secretsOf(subjectOfSetup(registered.setup));
  const urls = [...evidence.requests, ...evidence.responses];
  const parameters = [...urls.flatMap((url) => url.parameters), ...(evidence.verifierRows ?? [])];
  const isOwn = isPublicValueOf(registered);
  const certain = parameters
    .filter(({ name, value }) => isCertainSecret(name) && !isOwn(value))
    .map(({ value }) => value);
  const possible = parameters
    .filter((each) => mayBeSecret(each) && !isOwn(each.value))
    .map(({ value }) => value);
  for (const redactor of [forWords, forChecks]) redactor.add(...ofFile, ...limited(certain));
  forWords.add(...limited(possible));
  return { forWords, forChecks };
}

/** A sign-in doesn't have more values, or longer ones. */
const mostValues = 100;
const longestValue = 1500;

const limited = (values: readonly string[]): string[] =>
  values.slice(0, mostValues).map((value) => value.slice(0, longestValue));

const isCertainSecret = (name: string): boolean => name.trim().toLowerCase() === 'code' || isSecretName(name);

const mayBeSecret = ({ name, value }: FoundParameter): boolean =>
  !publicNames.has(name) && value.length >= shortestSecret;

/** The Client ID and the code challenge of the setup may be shown, wherever they are pasted. */
function isPublicValueOf(registered: SetupWithFile | undefined): (value: string) => boolean {
  const { clientId, pkce } = registered?.setup ?? {};
  return (value) => value === clientId || value === pkce?.codeChallenge;
}
