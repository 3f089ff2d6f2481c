import type { Format } from '../../render/format-names.ts';

/** The formats that the result of checks has. */
export const verifyFormats = ['text', 'json'] as const satisfies readonly Format[];

export type VerifyFormat = (typeof verifyFormats)[number];
