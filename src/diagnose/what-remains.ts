import { type Check, verdictOf } from '../checks/check.ts';
import { labels } from '../facts/labels.ts';

/** What a right request leaves open, for the end of a report; undefined where the checks say it themselves. */
export function whatRemains(checks: readonly Check[]): string | undefined {
  const verdict = verdictOf(checks);
  const isRequestAlone = checks.every(({ id }) => id.startsWith('request.'));
  if (checks.length === 0 || !isRequestAlone || (verdict !== 'pass' && verdict !== 'warn')) return undefined;
  return `The request doesn't show the ${labels.redirectUris} at ZoomInfo, the ${labels.clientSecret}, the code_verifier row, or the ${labels.accessTokenUrl}. If the sign-in fails, run this again with the URL where it ended or the error message.`;
}
