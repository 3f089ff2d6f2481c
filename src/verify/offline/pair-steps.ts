import type { SubjectFile } from '../../checks/subject.ts';
import { challengeRow, pairRows, verifierRow } from '../../facts/places.ts';
import type { Line } from '../../message.ts';
import { expectedCodeChallenge } from '../../oauth/expected-challenge.ts';
import { programName } from '../../terminal/program-words.ts';

/** Steps for a PKCE pair. */

export const generatePair: readonly Line[] = [
  'To generate a new pair, run:',
  { command: [programName, 'pkce'] },
];

export const enterPair: Line = `Enter both new values in ${pairRows}.`;

export const deriveChallenge: readonly Line[] = [
  'To derive the code challenge from the code verifier, run:',
  { command: [programName, 'pkce', '--code-verifier-file'], usage: '<file>' },
];

export const deriveAndEnterChallenge: readonly Line[] = [...deriveChallenge, `Enter it in ${challengeRow}.`];

/** How to enter a new pair in the console. */
export function enterNewPair(file: SubjectFile | undefined): Line[] {
  const path = file?.path;
  const source: readonly Line[] =
    path === undefined
      ? generatePair
      : ['To show the new pair, run:', { command: [programName, 'show', path] }];
  return [...source, enterPair];
}

/** How to correct the code challenge in the console. */
export const enterChallenge = (codeVerifier: string): Line[] => [
  `Set ${challengeRow} to:`,
  { value: expectedCodeChallenge(codeVerifier) },
];

/** How to enter the code verifier in the console without what was copied together with it. */
export function enterVerifier({ path }: Partial<SubjectFile> = {}): Line[] {
  if (path === undefined) return [`Make sure that ${verifierRow} contains only the code verifier.`];
  return [
    'To show the code verifier, run:',
    { command: [programName, 'show', path] },
    `Enter it in ${verifierRow}.`,
  ];
}
