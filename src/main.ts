import { run } from './cli/run.ts';
import { processContext } from './io/process-context.ts';
import { handleSignals } from './io/signals.ts';

/**
 * The program. The process is left to end by itself, so that everything written reaches its reader.
 * NO_COLOR wins over FORCE_COLOR; with both set, Node itself would warn on standard error.
 */
export async function main(): Promise<void> {
  if (process.env.NO_COLOR) delete process.env.FORCE_COLOR;
  handleSignals();
  process.exitCode = await run(process.argv.slice(2), processContext());
}
