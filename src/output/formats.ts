import { renderEnv, setupVariables } from '../render/env.ts';
import type { Format } from '../render/format-names.ts';
import { renderJson } from '../render/json.ts';
import type { TextOptions } from '../render/text.ts';
import type { Setup } from '../setup-file/schema.ts';
import { noPaint } from '../terminal/style.ts';
import { screened } from '../text/screen.ts';

const renderers: Record<Format, (setup: Setup, options: TextOptions) => string | Promise<string>> = {
  text: async (setup, options) => {
    const { renderText } = await import('../render/text.ts');
    return screened(renderText(setup, options), options.paint !== noPaint);
  },
  json: (setup, { audience }) => renderJson(setup, audience),
  env: (setup, { audience }) => renderEnv(setupVariables(setup, audience)),
  markdown: async (setup, { audience }) => {
    const { renderMarkdown } = await import('../render/markdown.ts');
    return screened(renderMarkdown(setup, audience), false);
  },
  html: async (setup, { audience, typing }) =>
    (await import('../render/html/sheet-page.ts')).renderHtml(setup, audience, typing),
};

/** Renders a setup in one of the formats. @throws Failure (content) for a value that the format can't represent */
export async function renderSetup(format: Format, setup: Setup, options: TextOptions): Promise<string> {
  return renderers[format](setup, options);
}
