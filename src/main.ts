import { run } from './cli/run.ts';
import { exitCodes } from './errors.ts';
import { processContext } from './io/process-context.ts';
import { endProcess, handleSignals } from './io/signals.ts';
import { isStreamOpen } from './io/standard-output.ts';

/**
 * The program. The process exits by itself if a stream may still hold output. Otherwise, it exits immediately, which is
 * faster. After a signal, it also does, because interrupted work may still be in progress.
 * NO_COLOR overrides FORCE_COLOR. If both are set, Node itself prints a warning.
 */
export async function main(): Promise<void> {
  if (process.env.NO_COLOR) delete process.env.FORCE_COLOR;
  handleSignals();
  const exitCode = await run(process.argv.slice(2), await processContext());
  process.exitCode = exitCode;
  if (exitCode >= exitCodes.hangup || !isStreamOpen()) endProcess(exitCode);
}
