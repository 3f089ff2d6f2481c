import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderJson } from '../../src/render/json.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { sharedFolder } from './folder.ts';

/** The path of a setup file in a new folder. */
export function savedSetup(setup: Setup, mode = 0o600): string {
  const path = join(sharedFolder(), 'zoominfo.json');
  writeFileSync(path, renderJson(setup), { mode });
  return path;
}
