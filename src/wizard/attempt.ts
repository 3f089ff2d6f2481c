import type { Context } from '../context/context.ts';
import { Failure, Interruption } from '../errors.ts';
import { say, warn } from '../terminal/log.ts';

/**
 * Runs what the user chose. Neither a failure nor a cancelled wait ends the wizard, since the pair may not be saved yet.
 * @throws Interruption at a prompt, and on SIGTERM and SIGHUP
 */
export async function attempt(
  run: () => Promise<void>,
  { stderr, untilSignal }: Pick<Context, 'stderr' | 'untilSignal'>,
): Promise<void> {
  try {
    await untilSignal(run);
  } catch (error) {
    if (error instanceof Interruption && error.kind === 'interrupted' && error.at === 'wait')
      await say(stderr, '\nCancelled.');
    else if (error instanceof Failure) await warn(stderr, error.message, { details: error.details });
    else throw error;
    await say(stderr);
  }
}
