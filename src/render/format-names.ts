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

/** The format that a file's name asks for, in any case; `.env.local`, whose ending asks for nothing, is an env file. */
export function formatOfFile(path: string): Format | undefined {
  const name = basename(path).toLowerCase();
  const named = formatNames.find((format) => name.endsWith(formatExtensions[format]));
  return named ?? (name.startsWith('.env.') ? 'env' : undefined);
}
