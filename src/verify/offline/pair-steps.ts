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
      ? ['Generate a new pair:', { command: [programName, 'pkce'] }]
      : ['Show the new pair:', { command: [programName, 'show', path] }];
  return [...source, `Enter both values in ${pairRows}.`];
}
