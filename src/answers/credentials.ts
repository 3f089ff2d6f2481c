import { labels } from '../facts/labels.ts';
import { challengeLength } from '../oauth/pkce.ts';
import { foreignCharacterProblem, visibleAscii } from '../text/characters.ts';
import { anyQuotationProblem, quotationProblem } from '../text/quotation.ts';
import { accepted, acceptedUnless, type Result, refused } from '../text/result.ts';
import { withoutTrailing } from '../text/trim-end.ts';
import { workflowCommandProblem } from '../text/workflow-command.ts';
import { type AddressProblem, addressProblem, secretAddressProblem } from './addresses.ts';
import { type PlaceholderProblem, placeholderProblem } from './placeholders.ts';

const whereToFind = `the application page in the ${labels.developerPortal}`;

function clientIdProblem(text: string): string | undefined {
  return (
    workflowCommandProblem(text) ??
    anyQuotationProblem(text) ??
    credentialProblem(text, addressProblem(text)) ??
    punctuationProblem(text)
  );
}

function clientSecretProblem(text: string): string | undefined {
  return quotationProblem(text) ?? credentialProblem(text, secretAddressProblem(text));
}

/** What to do about a text that isn't a real value, if it isn't just to copy that. */
const advice: { readonly [Problem in PlaceholderProblem | AddressProblem]?: string } = {
  'is masked': `Reveal it on ${whereToFind} before you copy it.`,
  'includes the name of a field': `Copy only the value from ${whereToFind}.`,
};

function credentialProblem(text: string, address?: AddressProblem): string | undefined {
  const unreal = placeholderProblem(text) ?? address;
  if (unreal !== undefined) return `${unreal}. ${advice[unreal] ?? `Copy the value from ${whereToFind}.`}`;
  const foreign = foreignCharacterProblem(text, visibleAscii);
  return foreign && `${foreign}. Copy it again from ${whereToFind}.`;
}

/** What a copy from a sentence, a list, or a URL has after a Client ID from Okta, which ends with a letter or a digit. */
function punctuationProblem(text: string): string | undefined {
  const copied = withoutPunctuation(text);
  if (copied === text) return undefined;
  return `has a trailing "${text.slice(copied.length)}" (position ${copied.length + 1}). Copy it again from ${whereToFind}.`;
}

/** A Client ID from Okta without the punctuation after it; any other text as it is. */
export function withoutPunctuation(text: string): string {
  const copied = withoutTrailing(text, ',.;:/');
  return looksLikeClientId(copied) ? copied : text;
}

/** Parses a Client ID. A problem never contains the value. */
export function parseClientId(text: string): Result<string> {
  return acceptedUnless(clientIdProblem(text), text);
}

/** Parses a Client Secret; a warning says that it may be incomplete. Neither a problem nor a warning contains the value. */
export function parseClientSecret(text: string): Result<string> {
  const problem = clientSecretProblem(text);
  if (problem !== undefined) return refused(problem);
  return accepted(text, text.length < shortestSecret ? [shortSecret] : []);
}

/** The labels of the credentials that a setup lacks, as part of a sentence; undefined if it has both. */
export function missingCredentials(credentials: {
  readonly clientId?: string | null | undefined;
  readonly clientSecret?: string | null | undefined;
}): string | undefined {
  const missing = (['clientId', 'clientSecret'] as const).filter((key) => !credentials[key]);
  return missing.length === 0 ? undefined : missing.map((key) => labels[key]).join(' and ');
}

/** Client IDs from Okta, ZoomInfo's identity provider, begin with `0oa` and are 20 characters long. */
export const looksLikeClientId = (text: string): boolean => /^0oa[A-Za-z0-9]{17}$/.test(text);

/** The ways to mix up the two credentials, each as a sentence. */
export const mixUps = {
  equal: `${labels.clientId} and ${labels.clientSecret} are identical.`,
  swapped: `${labels.clientId} and ${labels.clientSecret} look swapped: the ${labels.clientSecret} looks like a ${labels.clientId}.`,
} as const;

/** Why a Client ID and a Client Secret, each valid by itself, can't belong together. */
export function credentialMixUp(
  clientId: string | null | undefined,
  clientSecret: string | null | undefined,
): keyof typeof mixUps | undefined {
  if (!clientId || !clientSecret) return undefined;
  if (clientId === clientSecret) return 'equal';
  return looksLikeClientId(clientSecret) && !looksLikeClientId(clientId) ? 'swapped' : undefined;
}

/**
 * Why a Client Secret is the Client ID of some application, to complete the sentence "Client Secret …". A text that is also in
 * place of the Client ID, or that can be swapped with it, is a mix-up of both.
 */
export function secretFormProblem(
  clientSecret: string | null | undefined,
  clientId: string | null | undefined,
): string | undefined {
  const isId = looksLikeClientId(clientSecret ?? '') && credentialMixUp(clientId, clientSecret) === undefined;
  return isId ? `looks like a ${labels.clientId}. Copy the value from ${whereToFind}.` : undefined;
}

/** The same at a prompt for the Client Secret, where the Client ID, known from before, may be entered again. */
export function enteredSecretProblem(
  clientSecret: string,
  clientId: string | null | undefined,
): string | undefined {
  return clientSecret === clientId && looksLikeClientId(clientId)
    ? `is the same as the ${labels.clientId}. Copy the value from ${whereToFind}.`
    : secretFormProblem(clientSecret, clientId);
}

/** What a credential has of a PKCE pair, which was pasted into the wrong place, to complete the sentence "Client ID …". */
export function pairProblem(
  value: string,
  {
    codeVerifier,
    codeChallenge,
  }: { readonly codeVerifier?: string | undefined; readonly codeChallenge?: string | undefined },
): string | undefined {
  const parts = { 'code verifier': codeVerifier, 'code challenge': codeChallenge };
  for (const [name, part] of Object.entries(parts)) {
    if (!part) continue;
    if (value === part) return `is the same as the ${name}.`;
    if (part.length >= challengeLength && value.includes(part)) return `contains the ${name}.`;
  }
  return undefined;
}

/** Secrets are longer, and a short one may be in a text by chance. */
const shortestSecret = 8;

const shortSecret = `The ${labels.clientSecret} has fewer than ${shortestSecret} characters. Make sure that you copied all of it from ${whereToFind}.`;

/** Whether a text in place of the Client ID may contain a secret: there is enough in it besides Client IDs. */
export const mayContainSecret = (text: string): boolean =>
  text.replaceAll(/0oa[A-Za-z0-9]{17}/g, '').replace(/\s/g, '').length >= shortestSecret;

/** Whether a text contains a secret that isn't so short that it may be there by chance. */
export const hasSecret = (text: string, secret: string): boolean =>
  secret.length >= shortestSecret && text.includes(secret);

/** What a text that anyone may see has of a secret, which was pasted into the wrong place, to complete "Name …". */
export function secretProblem(
  text: string,
  {
    clientSecret,
    codeVerifier,
  }: { readonly clientSecret?: string | null | undefined; readonly codeVerifier?: string | undefined },
): string | undefined {
  const secrets = { [labels.clientSecret]: clientSecret, 'code verifier': codeVerifier };
  const found = Object.entries(secrets).find(([, secret]) => secret && hasSecret(text, secret));
  return found && `contains the ${found[0]}.`;
}

/** Whether the value in place of the Client ID may be the Client Secret, so that no output may show it. */
export function mayBeSecret({
  clientId,
  clientSecret,
}: {
  readonly clientId?: string | null;
  readonly clientSecret?: string | null;
}): boolean {
  if (clientId && !clientSecret) return !looksLikeClientId(clientId);
  return credentialMixUp(clientId, clientSecret) !== undefined;
}
