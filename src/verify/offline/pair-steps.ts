import type { SubjectFile } from '../../checks/subject.ts';
import { pairRows, parameterRow } from '../../facts/places.ts';
import type { Line } from '../../message.ts';
import { programName } from '../../terminal/program-words.ts';

/** Where the two parts of a PKCE pair are entered. */
export const challengeRow = parameterRow('authenticationRequest', 'code_challenge');
export const verifierRow = parameterRow('tokenRequest', 'code_verifier');

/** How to enter a new pair in the console. */
export function enterNewPair(file: SubjectFile | undefined): Line[] {
  const path = file?.path;
  const source: Line[] =
    path === undefined
      ? ['To generate a new pair, run:', { command: [programName, 'pkce'] }]
      : ['To show the new pair, run:', { command: [programName, 'show', path] }];
  return [...source, `Enter both new values in ${pairRows}.`];
}
