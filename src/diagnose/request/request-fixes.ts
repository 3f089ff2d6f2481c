import { type Fix, linesOfFix } from '../../checks/check.ts';
import { labels } from '../../facts/labels.ts';
import { challengeRow, portalPart } from '../../facts/places.ts';
import type { Line } from '../../message.ts';
import { programName } from '../../terminal/program-words.ts';
import { deriveAndEnterChallenge, enterPair, generatePair } from '../../verify/offline/pair-steps.ts';
import { type Repair, repairCommand, replacePair } from '../../verify/offline/repair.ts';
import { nameOf, type SetupWithFile } from '../evidence/registered.ts';
import { workingPairs } from '../evidence/registered-pairs.ts';
import { bothValues, commonPart } from './both-values.ts';

/** Steps that more than one check of a request recommends. */

/** A place in a console, the value that belongs there, and below it the one in the request, as far as it can be shown. */
export const setTo = (place: string, value: string, found?: string): Line[] => [
  `Set ${place} to:`,
  ...bothValues(value, found),
];

/** A change of the setup itself, with the command line that makes it if the setup is saved. */
const inSetup = (change: string, registered: SetupWithFile, repair: Repair): Line[] =>
  registered.file === undefined ? [`${change}.`] : [`${change}:`, repairCommand(registered.file, repair)];

/** What to do if the registered value is right and the setup isn't. */
export const ifOutdated = (registered: SetupWithFile, name: string, repair: Repair): Line[] =>
  inSetup(`If ${nameOf(registered)} is outdated, change its ${name}`, registered, repair);

/** The same fix with more after it. */
export const withMore = (fix: Fix, more: readonly Line[]): Line[] => [...linesOfFix(fix), ...more];

/** The right code challenge for its row, or where to get one. */
export function challengeFix(registered: SetupWithFile | undefined, found = ''): Line[] {
  if (registered === undefined) return [...deriveAndEnterChallenge];
  const [pair] = workingPairs(registered);
  if (pair === undefined) return newPair(registered);
  return setTo(challengeRow, pair.codeChallenge, commonPart(found, pair.codeChallenge));
}

const exposed = 'Anyone who saw the URL knows the code verifier.';

/** How to replace a PKCE pair whose code verifier others may have seen. */
export function rotation(registered: SetupWithFile | undefined): Line[] {
  if (registered === undefined)
    return [`${exposed} To generate a new pair, run:`, { command: [programName, 'pkce'] }, enterPair];
  const { file } = registered;
  if (file === undefined)
    return [
      `${exposed} Save the setup. Then, to replace the pair, run:`,
      { command: [programName, 'rotate'], usage: '<file>' },
      enterPair,
    ];
  return [`${exposed} To replace the pair, run:`, { command: [programName, 'rotate', file] }, enterPair];
}

/** How to replace a PKCE pair that can't work. */
export function newPair({ file }: SetupWithFile): Line[] {
  if (file === undefined) return [...generatePair, enterPair];
  return [`To replace the pair in ${file}, run:`, repairCommand(file, replacePair), enterPair];
}

/** How to find out what is wrong in a setup itself. */
export const findMistake = ({ file }: SetupWithFile): Line[] =>
  file === undefined
    ? ['Correct the PKCE pair of your setup.']
    : [`To find out what is wrong in ${file}, run:`, { command: [programName, 'verify', file] }];

/** How to replace a Client Secret that others may have seen. */
export const renewal: Line = `Anyone who saw the URL knows the ${labels.clientSecret}. Create a new one in ${portalPart(labels.clientSecret)}, and enter it in the app registration.`;
