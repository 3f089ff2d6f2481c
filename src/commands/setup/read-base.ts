import { subjectOfSetup } from '../../checks/subject.ts';
import { Failure } from '../../errors.ts';
import { isCodeVerifier, parseCodeVerifier } from '../../oauth/code-verifier.ts';
import { expectedCodeChallenge } from '../../oauth/expected-challenge.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { problemOf } from '../../text/result.ts';
import { commandAgain } from '../shared/command-again.ts';
import type { Sources } from '../shared/input.ts';
import { readSetupFile } from '../shared/read-setup-file.ts';
import { correctedProblem } from './base-warnings.ts';
import { definition, type SetupOptions } from './definition.ts';

/** A saved setup to start from, and what was corrected in it to make it usable, a text each. */
interface Base {
  readonly setup: Setup;
  readonly corrected: readonly string[];
}

/**
 * Reads a saved setup to start from.
 * @throws Failure (content) if the pair is kept and can't work
 */
export async function readBase(path: string, options: SetupOptions, sources: Sources): Promise<Base> {
  const again = commandAgain(definition, options);
  const { name, setup } = await readSetupFile(path, sources, again, '--from');
  if (options.newPkce) return { setup, corrected: [] };
  const usable = await withUsablePair(setup);
  if (usable !== undefined) return usable;
  throw new Failure(
    'content',
    `${name}: the code challenge doesn't match the code verifier, so the pair can't work.`,
    ['Correct the code verifier in the file, or use --new-pkce to replace the pair and keep the rest.'],
  );
}

/**
 * The setup with the code verifier that is kept, undefined if that is unknown: without what was copied together with it,
 * and also if only the code challenge is wrong. What recognizes that is loaded only then. What else is wrong with the code
 * verifier is told when it is parsed.
 */
async function withUsablePair(setup: Setup): Promise<Base | undefined> {
  const { codeVerifier, codeChallenge } = setup.pkce;
  const belongTogether = expectedCodeChallenge(codeVerifier) === codeChallenge;
  if (belongTogether && isCodeVerifier(codeVerifier)) return { setup, corrected: [] };
  const { soundVerifier } = await import('../../verify/offline/sound-verifier.ts');
  const sound = soundVerifier(subjectOfSetup(setup));
  if (sound === undefined) return belongTogether ? { setup, corrected: [] } : undefined;
  const problem = problemOf(parseCodeVerifier(codeVerifier));
  const corrected = problem === undefined ? [] : [correctedProblem(`The code verifier ${problem}`)];
  return { setup: { ...setup, pkce: { ...setup.pkce, codeVerifier: sound } }, corrected };
}
