import type { FoundUrl } from '../evidence/evidence.ts';
import type { SetupWithFile } from '../evidence/registered.ts';
import { requestRules } from './request-rules.ts';
import { valuesOf } from './request-values.ts';

/**
 * A request that was probably not copied as a whole counts as cut: it ends in the middle of a right value, or it lacks the
 * state that Jitterbit sends with every request.
 */
export function asPasted(request: FoundUrl, registered: SetupWithFile | undefined): FoundUrl {
  const endsTooEarly = (): boolean =>
    request.mayBeCut === true && requestRules.some(({ seemsCut }) => seemsCut?.(request, registered));
  return hasState(request) && !endsTooEarly() ? request : { ...request, isCut: true };
}

const hasState = (request: FoundUrl): boolean => valuesOf(request, 'state').some(Boolean);
