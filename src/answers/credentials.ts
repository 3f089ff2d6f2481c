import { labels } from '../facts/labels.ts';
import { foreignCharacter, visibleAscii } from '../text/characters.ts';
import { acceptedUnless, type Result } from '../text/result.ts';

/** Texts that stand where a value should: what documentation, templates and consoles show instead of one. */
const placeholders: readonly RegExp[] = [
  /^<.*>$/,
  /^\[.*\]$/,
  /^\{.*\}$/,
  /^\$\{?\w+\}?$/,
  /^\$\(.*\)$/,
  /^%\w+%$/,
  /^(?:your|my|the|insert|enter|paste)[-_ .].*$/i,
  /^(?:zoominfo[-_ ]?)?(?:client|app|application)?[-_ ]?(?:id|secret)(?:[-_ ]here)?$/i,
  /^(?:todo|tbd|n\/a|none|null|undefined|changeme|change[-_]me|replace[-_]?me|placeholder|example|xxx+|123456*)$/i,
  /^(?:\.{3,}|…|-{3,}|_{3,}|\?{2,})$/,
];

/** A value copied while the console was hiding it. */
const masked = /^[*•●·∙]{3,}$/;

const whereToFind = `the application page in the ${labels.developerPortal}`;

function commonProblem(text: string): string | undefined {
  if (masked.test(text)) return `is masked: reveal it on ${whereToFind} before you copy it.`;
  if (placeholders.some((pattern) => pattern.test(text.trim()))) {
    return `is a placeholder: copy the value from ${whereToFind}.`;
  }
  const foreign = foreignCharacter(text, visibleAscii);
  return foreign && `has ${foreign}: copy it again from ${whereToFind}, without anything around it.`;
}

function clientIdProblem(text: string): string | undefined {
  const quote = foreignCharacter(text, /^[^"'`]$/);
  return commonProblem(text) ?? (quote && `has ${quote}: leave the quotation marks out.`);
}

function clientSecretProblem(text: string): string | undefined {
  const quoted = /^(["'`]).*\1$/.test(text);
  return commonProblem(text) ?? (quoted ? 'stands in quotation marks: leave them out.' : undefined);
}

/** Reads a Client ID. The value itself is never part of a problem. */
export function parseClientId(text: string): Result<string> {
  return acceptedUnless(clientIdProblem(text), text);
}

/** Reads a Client Secret. The value itself is never part of a problem. */
export function parseClientSecret(text: string): Result<string> {
  return acceptedUnless(clientSecretProblem(text), text);
}

/** Client IDs of the identity provider behind ZoomInfo (Okta) begin so and have 20 characters. */
const looksLikeClientId = (text: string): boolean => /^0oa[A-Za-z0-9]{17}$/.test(text);

/** What people mix up, in a sentence. */
export const mixUps = {
  equal: `${labels.clientId} and ${labels.clientSecret} are the same text.`,
  swapped: `${labels.clientId} and ${labels.clientSecret} look swapped: the ${labels.clientSecret} has the form of a ${labels.clientId}.`,
} as const;

/** How a Client ID and a Client Secret that are fine one by one cannot belong together. */
export function credentialMixUp(
  clientId: string | null | undefined,
  clientSecret: string | null | undefined,
): keyof typeof mixUps | undefined {
  if (!clientId || !clientSecret) return undefined;
  if (clientId === clientSecret) return 'equal';
  return looksLikeClientId(clientSecret) && !looksLikeClientId(clientId) ? 'swapped' : undefined;
}
