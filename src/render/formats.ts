import type { Audience } from '../facts/audience.ts';
import type { Setup } from '../setup-file/schema.ts';
import type { TerminalStyle } from '../terminal/style.ts';
import { renderEnv, setupVariables } from './env.ts';
import type { Format } from './format-names.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import { renderText } from './text.ts';

export interface RenderOptions extends TerminalStyle {
  readonly maskClientSecret: boolean;
  readonly audience?: Audience | undefined;
}

const renderers: Record<Format, (setup: Setup, options: RenderOptions) => string | Promise<string>> = {
  text: renderText,
  json: (setup, { audience }) => renderJson(setup, audience),
  env: (setup, { audience }) => renderEnv(setupVariables(setup, audience)),
  markdown: (setup, { audience }) => renderMarkdown(setup, audience),
  html: async (setup, { audience }) => (await import('./html/sheet-page.ts')).renderHtml(setup, audience),
};

/** A setup in one of the formats. @throws Failure (content) for a value that the format cannot hold */
export async function renderSetup(format: Format, setup: Setup, options: RenderOptions): Promise<string> {
  return renderers[format](setup, options);
}
