import { basename } from 'node:path';
import { keysOf } from '../text/lookup.ts';

/** The formats of a result and their file extensions. Their renderers are in `formats.ts`. */
export const formatExtensions = {
  text: '.txt',
  json: '.json',
  env: '.env',
  markdown: '.md',
  html: '.html',
} as const satisfies Record<string, string>;

export type Format = keyof typeof formatExtensions;

export const formatNames = keysOf(formatExtensions);

/** The format for a file name, in any case. `.env.local`, which has no known extension, is an env file. */
export function formatOfFile(path: string): Format | undefined {
  const name = basename(path).toLowerCase();
  const named = formatNames.find((format) => name.endsWith(formatExtensions[format]));
  return named ?? (name.startsWith('.env.') ? 'env' : undefined);
}
