import { isSameKey } from '../../setup-file/parameter-rows.ts';
import type { FoundUrl } from '../evidence/evidence.ts';

/** What Jitterbit sends without a row. */
export const sentWithoutRow: readonly string[] = ['client_id', 'redirect_uri', 'scope', 'state'];

/**
 * Whether parameters are the rows of a registration, copied from its Parameters table. Every request also has what
 * Jitterbit sends itself, so no list without any of that is a request.
 */
export const areRows = ({ endpoint, parameters }: FoundUrl): boolean =>
  endpoint === undefined &&
  !parameters.some(({ name }) => sentWithoutRow.some((sent) => isSameKey(name, sent)));
