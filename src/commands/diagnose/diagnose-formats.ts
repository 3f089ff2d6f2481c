import type { Format } from '../../render/format-names.ts';

/** The formats of a diagnosis. */
export const diagnoseFormats = ['text', 'json'] as const satisfies readonly Format[];
