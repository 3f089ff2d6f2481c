import type { Context } from '../../context/context.ts';
import type { Line } from '../../message.ts';
import { isContinuousIntegration } from '../../terminal/environment.ts';
import { say, tell } from '../../terminal/log.ts';
import { programName } from '../../terminal/program-words.ts';

/** Ends with what to do next if a person is reading: at a terminal, and not in CI. */
export async function tellNext(
  lines: readonly Line[],
  { stderr, env }: Pick<Context, 'stderr' | 'env'>,
): Promise<void> {
  if (lines.length > 0 && stderr.isTerminal && !isContinuousIntegration(env))
    await tell(stderr, ['', ...lines]);
}

/** Sets a result apart from what was said before it, if a person is reading. */
export async function setApart({ stderr, env }: Pick<Context, 'stderr' | 'env'>): Promise<void> {
  if (stderr.isTerminal && !isContinuousIntegration(env)) await say(stderr);
}

/** How to add what a saved setup lacks, as `missingCredentials` names it. */
export const addCredentials = (missing: string, file: string): Line[] => [
  `To add the ${missing}, run:`,
  { command: [programName, '--from', file] },
];

/** How to test a saved setup. What is entered in Jitterbit can't be tested from here. */
export const testOnline = (file: string): Line[] => [
  `To test the saved values against ${authorizationServer}, run:`,
  { command: [programName, 'verify', file, '--online'] },
];

/** The server as a reader knows it, who has a console of Jitterbit open, too. */
export const authorizationServer = "ZoomInfo's authorization server";

/** What to do if Jitterbit's own sign-in fails. */
export const diagnoseFailure = (file: string): Line[] => [
  'To find the wrong value if a sign-in fails in Jitterbit, run:',
  { command: [programName, 'diagnose', file] },
];
