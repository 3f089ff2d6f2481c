import type { Fix } from '../checks/check.ts';
import { labels } from '../facts/labels.ts';
import { pairRows, parameterRow, portalPart } from '../facts/places.ts';
import { type Region, redirectUriOf, regionNames } from '../facts/regions.ts';
import type { Line } from '../message.ts';
import type { Setup } from '../setup-file/schema.ts';
import { programName } from '../terminal/program-words.ts';

/** What should be registered, and the path of its file; undefined while it isn't saved or came another way. */
export interface SetupWithFile {
  readonly setup: Setup;
  readonly file?: string | undefined;
}

/** How a sentence calls it. */
export const nameOf = ({ file }: SetupWithFile): string => file ?? 'your setup';

export const challengeRow = parameterRow('authenticationRequest', 'code_challenge');
export const verifierRow = parameterRow('tokenRequest', 'code_verifier');

/** A place of a console, and the value that belongs there. */
export const setTo = (place: string, value: string): Line[] => [`Set ${place} to:`, { value }];

const exposed = 'Anyone who saw the URL knows the code verifier.';

/** How to replace a PKCE pair whose code verifier others may have seen. */
export function rotation(registered: SetupWithFile | undefined): Line[] {
  const enter = `Enter both new values in ${pairRows}.`;
  if (registered === undefined)
    return [`${exposed} To generate a new pair, run:`, { command: [programName, 'pkce'] }, enter];
  const { file } = registered;
  if (file === undefined)
    return [
      `${exposed} Save the setup. Then, to replace the pair, run:`,
      { command: [programName, 'rotate'], usage: '<file>' },
      enter,
    ];
  return [`${exposed} To replace the pair, run:`, { command: [programName, 'rotate', file] }, enter];
}

/** How to replace a Client Secret that others may have seen. */
export const renewal: Line = `Anyone who saw the URL knows the ${labels.clientSecret}. Create a new one in ${portalPart(labels.clientSecret)}, and enter it in the app registration.`;

/** The right code challenge for its row, or where to get one. */
export function challengeFix(registered: SetupWithFile | undefined): Line[] {
  if (registered !== undefined) return setTo(challengeRow, registered.setup.pkce.codeChallenge);
  return [
    'To derive the code challenge from the code verifier, run:',
    { command: [programName, 'pkce', '--code-verifier-file'], usage: '<file>' },
    `Enter it in ${challengeRow}.`,
  ];
}

/** The same fix with more after it. */
export const withMore = (fix: Fix, more: readonly Line[]): Line[] => [
  ...(typeof fix === 'string' ? [fix] : fix),
  ...more,
];

/** The region of a setup, where it is one of the three. */
export const regionOf = ({ setup }: SetupWithFile): Region | undefined =>
  regionNames.find((name) => name === setup.region);

/** The redirect URI that belongs to a setup: that of its region. */
export function redirectUriFor(registered: SetupWithFile): string {
  const region = regionOf(registered);
  return region === undefined ? registered.setup.redirectUri : redirectUriOf(region);
}
