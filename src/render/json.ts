import type { Audience } from '../facts/audience.ts';
import type { Setup } from '../setup-file/schema.ts';

/** The setup file; for one audience, only what that person needs. Same setup, same bytes. */
export function renderJson(setup: Setup, audience?: Audience): string {
  return `${JSON.stringify(partFor(setup, audience), null, 2)}\n`;
}

function partFor(setup: Setup, audience?: Audience): object {
  if (audience === 'zoominfo') return { redirectUri: setup.redirectUri, scopes: setup.scopes };
  if (audience === undefined) return setup;
  const { redirectUri: _, ...rest } = setup;
  return rest;
}
