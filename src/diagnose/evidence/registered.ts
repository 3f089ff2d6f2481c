import { type Region, redirectUriOf, regionMeant } from '../../facts/regions.ts';
import type { Setup } from '../../setup-file/schema.ts';

/** What should be registered, and the path of its file; undefined if it isn't saved or has another source. */
export interface SetupWithFile {
  readonly setup: Setup;
  readonly file?: string | undefined;
}

/** Its name in a sentence. */
export const nameOf = ({ file }: SetupWithFile): string => file ?? 'your setup';

/** The region of a setup, if it is one of the three. */
export const regionOf = ({ setup }: SetupWithFile): Region | undefined => regionMeant(setup.region);

/** The redirect URI of a setup's region. */
export function redirectUriFor(registered: SetupWithFile): string {
  const region = regionOf(registered);
  return region === undefined ? registered.setup.redirectUri : redirectUriOf(region);
}
