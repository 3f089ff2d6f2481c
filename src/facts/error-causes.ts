import { applicationCauses } from './error-causes-of-application.ts';
import { endpointCauses } from './error-causes-of-endpoints.ts';
import { pairCauses } from './error-causes-of-pair.ts';
import { rowCauses } from './error-causes-of-rows.ts';

/** What can cause an error of a sign-in: registered values, each with its place in a console. */
export const errorCauses = { ...applicationCauses, ...pairCauses, ...rowCauses, ...endpointCauses };

export type CauseName = keyof typeof errorCauses;
