import type { CauseName } from '../../facts/error-causes.ts';
import { endpointCauses } from '../../facts/error-causes-of-endpoints.ts';
import { misspelledHost } from './misspelled-host.ts';
import type { PasteFacts } from './paste-facts.ts';
import type { RecognizedError } from './recognized-error.ts';

/**
 * What an error shows to be wrong with the URL of its request, and the fields that may contain that URL. A server that
 * tells its reason knows the path.
 */
export function wrongUrlIn(
  { known, quoted }: RecognizedError,
  facts: PasteFacts,
): { readonly says: string; readonly causes: readonly CauseName[] } | undefined {
  const { sent } = facts;
  const host = misspelledHost(quoted, facts);
  const named = sent === undefined ? undefined : [sent.field];
  if (host !== undefined)
    return { says: host, causes: named ?? known.causes.filter((name) => name in endpointCauses) };
  const isVague = known.causes.length > 0 && known.otherwise !== undefined;
  return isVague && sent?.problem !== undefined ? { says: sent.problem, causes: [sent.field] } : undefined;
}
