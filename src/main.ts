import { run } from './cli/run.ts';
import { exitCodes } from './errors.ts';
import { processContext } from './io/process-context.ts';
import { endProcess, handleSignals } from './io/signals.ts';

/**
 * The program. The process exits by itself, so that everything written reaches its reader; after a signal it exits at
 * once, because interrupted work may still be in progress.
 * NO_COLOR wins over FORCE_COLOR; with both set, Node itself would warn on standard error.
 */
export async function main(): Promise<void> {
  if (process.env.NO_COLOR) delete process.env.FORCE_COLOR;
  handleSignals();
  const exitCode = await run(process.argv.slice(2), processContext());
  process.exitCode = exitCode;
  if (exitCode >= exitCodes.hangup) endProcess(exitCode);
}
