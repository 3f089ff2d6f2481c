import { Failure } from '../errors.ts';
import type { Audience } from '../facts/audience.ts';
import { labels } from '../facts/labels.ts';
import type { Setup } from '../setup-file/schema.ts';
import { largestSetup } from '../text/limits.ts';

/**
 * The setup file or, for one audience, only what it needs. The same setup gives the same bytes.
 * @throws Failure (content) if it would be too large to be read again
 */
export function renderJson(setup: Setup, audience?: Audience): string {
  const json = `${JSON.stringify(partFor(setup, audience), null, 2)}\n`;
  if (Buffer.byteLength(json) <= largestSetup) return json;
  throw new Failure(
    'content',
    `The setup is too large (maximum ${largestSetup / 1024} KiB). Nothing was written.`,
    [
      `Shorten the ${labels.description}, the rows you added to ${labels.advancedOptions}, or keys that begin with x-.`,
    ],
  );
}

function partFor(setup: Setup, audience?: Audience): object {
  if (audience === 'zoominfo') return { redirectUri: setup.redirectUri, scopes: setup.scopes };
  if (audience === undefined) return setup;
  const { redirectUri: _, ...rest } = setup;
  return rest;
}
