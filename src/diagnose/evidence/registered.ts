import { type Region, redirectUriOf, regionNames } from '../../facts/regions.ts';
import type { Setup } from '../../setup-file/schema.ts';

/** What should be registered, and the path of its file; undefined while it isn't saved or came another way. */
export interface SetupWithFile {
  readonly setup: Setup;
  readonly file?: string | undefined;
}

/** How a sentence calls it. */
export const nameOf = ({ file }: SetupWithFile): string => file ?? 'your setup';

/** The region of a setup, where it is one of the three. */
export const regionOf = ({ setup }: SetupWithFile): Region | undefined =>
  regionNames.find((name) => name === setup.region);

/** The redirect URI that belongs to a setup: that of its region. */
export function redirectUriFor(registered: SetupWithFile): string {
  const region = regionOf(registered);
  return region === undefined ? registered.setup.redirectUri : redirectUriOf(region);
}
