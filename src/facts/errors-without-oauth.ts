import type { KnownError } from './error-meaning.ts';
import { accountErrors } from './errors-of-accounts.ts';
import { agentError } from './errors-of-agents.ts';
import { browserErrors } from './errors-of-browsers.ts';
import { gatewayErrors } from './errors-of-gateways.ts';
import { networkErrors } from './errors-of-networks.ts';

/** A page of Okta that says only that there was an error. */
export const pageWithoutReason: KnownError = {
  words: /your request resulted in an error/i,
  means: "The server's error page doesn't give a reason.",
  causes: ['clientId', 'redirectUris'],
  otherwise: 'Other problems can cause the same page.',
};

/**
 * Errors without any OAuth words. They count only if a text has no others, and the first match counts. The patterns have
 * no gaps, so that whatever they match can be shown.
 */
export const errorsWithoutOAuth: readonly KnownError[] = [
  pageWithoutReason,
  ...gatewayErrors,
  ...networkErrors,
  ...browserErrors,
  ...accountErrors,
  agentError,
];
