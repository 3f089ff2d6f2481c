import type { Format } from '../../render/format-names.ts';

/** The formats that a pair has. */
export const pkceFormats = ['text', 'json', 'env'] as const satisfies readonly Format[];

export type PkceFormat = (typeof pkceFormats)[number];
