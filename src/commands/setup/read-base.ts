import { subjectOfSetup } from '../../checks/subject.ts';
import { Failure } from '../../errors.ts';
import { expectedCodeChallenge } from '../../oauth/expected-challenge.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { commandAgain } from '../shared/command-again.ts';
import type { Sources } from '../shared/input.ts';
import { readSetupFile } from '../shared/read-setup-file.ts';
import { definition, type SetupOptions } from './definition.ts';

/**
 * Reads a saved setup to start from.
 * @throws Failure (content) if the pair is kept and can't work
 */
export async function readBase(path: string, options: SetupOptions, sources: Sources): Promise<Setup> {
  const again = commandAgain(definition, options);
  const { name, setup } = await readSetupFile(path, sources, again, '--from');
  if (!options.newPkce && !(await isPairUsable(setup))) {
    throw new Failure(
      'content',
      `${name}: the code challenge doesn't match the code verifier, so the pair can't work.`,
      ['Correct the code verifier in the file, or use --new-pkce to replace the pair and keep the rest.'],
    );
  }
  return setup;
}

/** A code challenge that was only made wrongly is derived again. What recognizes that is loaded only then. */
async function isPairUsable(setup: Setup): Promise<boolean> {
  const { codeVerifier, codeChallenge } = setup.pkce;
  if (expectedCodeChallenge(codeVerifier) === codeChallenge) return true;
  const { isVerifierSound } = await import('../../verify/offline/sound-verifier.ts');
  return isVerifierSound(subjectOfSetup(setup));
}
