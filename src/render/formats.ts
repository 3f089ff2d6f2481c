import { basename } from 'node:path';
import type { Audience } from '../setup/consoles.ts';
import type { Setup } from '../setup/schema.ts';
import { renderEnv, setupVariables } from './env.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import type { Look } from './style.ts';
import { renderText } from './text.ts';

export interface RenderOptions extends Look {
  readonly maskClientSecret: boolean;
  readonly audience?: Audience | undefined;
}

interface FormatDefinition {
  readonly extension: string;
  readonly render: (setup: Setup, options: RenderOptions) => string | Promise<string>;
}

export const formats = {
  text: { extension: '.txt', render: renderText },
  json: { extension: '.json', render: (setup, { audience }) => renderJson(setup, audience) },
  env: { extension: '.env', render: (setup, { audience }) => renderEnv(setupVariables(setup, audience)) },
  markdown: { extension: '.md', render: (setup, { audience }) => renderMarkdown(setup, audience) },
  html: {
    extension: '.html',
    render: async (setup, { audience }) => (await import('./html/page.ts')).renderHtml(setup, audience),
  },
} as const satisfies Record<string, FormatDefinition>;

export type Format = keyof typeof formats;

export const formatNames = Object.keys(formats) as Format[];

/** @throws Failure (content) where the format cannot hold a value */
export async function renderSetup(format: Format, setup: Setup, options: RenderOptions): Promise<string> {
  return formats[format].render(setup, options);
}

/** The format that a file's name asks for, in any case; `.env` and `.env.local` are env files without an extension. */
export function formatOfFile(path: string): Format | undefined {
  const name = basename(path).toLowerCase();
  if (name === '.env' || name.startsWith('.env.')) return 'env';
  return formatNames.find((format) => name.endsWith(formats[format].extension));
}
