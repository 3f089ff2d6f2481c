import type { Context } from '../../context/context.ts';
import type { CommandWords, Line } from '../../message.ts';
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

/** The command line that tests the registration of a saved setup. */
export const verifyOnline = (file: string): CommandWords => ({
  command: [programName, 'verify', file, '--online'],
});
