import { basename } from 'node:path';
import { keysOf } from '../text/lookup.ts';

/** The formats of a result and the extensions that ask for them. How each is made stands in `formats.ts`. */
export const formatExtensions = {
  text: '.txt',
  json: '.json',
  env: '.env',
  markdown: '.md',
  html: '.html',
} as const satisfies Record<string, string>;

export type Format = keyof typeof formatExtensions;

export const formatNames = keysOf(formatExtensions);

/** The format that a file's name asks for, in any case; `.env` and `.env.local` are env files without an extension. */
export function formatOfFile(path: string): Format | undefined {
  const name = basename(path).toLowerCase();
  if (name === '.env' || name.startsWith('.env.')) return 'env';
  return formatNames.find((format) => name.endsWith(formatExtensions[format]));
}
