import type { Answers } from '../../answers/questions.ts';
import type { Context } from '../../context/context.ts';
import { withGithubOutput } from '../../output/github-output.ts';
import { outputSetup } from '../../output/output-setup.ts';
import { setupVariables } from '../../render/env.ts';
import { buildSetup, completeAnswers } from '../../setup-file/build.ts';
import type { Setup } from '../../setup-file/schema.ts';
import type { SetupRequest } from './request.ts';

/** The setup for the answers, with everything else from the saved setup. */
export function buildFrom(
  answers: Partial<Answers>,
  { options, sound }: Pick<SetupRequest, 'options' | 'sound'>,
): Setup {
  const challengeMethodRow = options.challengeMethodRow === true;
  return buildSetup(completeAnswers(answers), { challengeMethodRow, base: sound });
}

/** Writes the result where flags or a redirection send it, and says what else must change. @throws Failure */
export async function deliver(
  setup: Setup,
  { target, writing, options, base }: SetupRequest,
  context: Pick<Context, 'env' | 'files' | 'stdout' | 'stderr'>,
): Promise<void> {
  const output = (): Promise<void> =>
    outputSetup(setup, target, { ...writing, showSecrets: options.showSecrets }, context);
  await (options.githubOutput ? withGithubOutput(setupVariables(setup), context, output) : output());
  if (base === undefined) return;
  const { warnOfRegistrationChanges } = await import('./registration-changes.ts');
  await warnOfRegistrationChanges(base, setup, context.stderr);
}
