import type { Audience } from '../setup/consoles.ts';
import type { Setup } from '../setup/schema.ts';
import { renderEnv, setupVariables } from './env.ts';
import type { Format } from './format-names.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import type { Look } from './style.ts';
import { renderText } from './text.ts';

export interface RenderOptions extends Look {
  readonly maskClientSecret: boolean;
  readonly audience?: Audience | undefined;
}

const renderers: Record<Format, (setup: Setup, options: RenderOptions) => string> = {
  text: renderText,
  json: (setup, { audience }) => renderJson(setup, audience),
  env: (setup, { audience }) => renderEnv(setupVariables(setup, audience)),
  markdown: (setup, { audience }) => renderMarkdown(setup, audience),
};

/** A setup in one of the formats. @throws Failure (content) for a value that the format cannot hold */
export function renderSetup(format: Format, setup: Setup, options: RenderOptions): string {
  return renderers[format](setup, options);
}
