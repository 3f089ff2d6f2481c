import { run } from './cli/run.ts';
import { processContext } from './io/process-context.ts';
import { finish, handleSignals } from './io/signals.ts';
import { programName } from './terminal/program-words.ts';

/** The program. NO_COLOR overrides FORCE_COLOR. If both are set, Node itself prints a warning. */
export async function main(): Promise<void> {
  if (process.env.NO_COLOR) delete process.env.FORCE_COLOR;
  if (process.env.DEBUG === programName) (await import('./io/source-traces.ts')).traceSources();
  handleSignals();
  finish(await run(process.argv.slice(2), await processContext()));
}
