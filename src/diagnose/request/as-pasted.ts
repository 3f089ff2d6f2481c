import type { FoundUrl } from '../evidence/evidence.ts';
import type { SetupWithFile } from '../evidence/registered.ts';
import { areRows } from './registered-rows.ts';
import { requestRules } from './request-rules.ts';
import { valuesOf } from './request-values.ts';

/**
 * A request that was probably not copied as a whole counts as cut: it ends in the middle of a right value, or it lacks the
 * state that Jitterbit sends with every request. Rows of a registration may be only some of them.
 */
export function asPasted(request: FoundUrl, registered: SetupWithFile | undefined): FoundUrl {
  if (areRows(request)) return { ...request, isPartial: true };
  const endsTooEarly = (): boolean =>
    request.mayBeCut === true && requestRules.some(({ seemsCut }) => seemsCut?.(request, registered));
  return hasState(request) && !endsTooEarly() ? request : { ...request, isCut: true };
}

const hasState = (request: FoundUrl): boolean => valuesOf(request, 'state').some(Boolean);
