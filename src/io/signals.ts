import { exitCodes } from '../errors.ts';

type Ending = 'interrupted' | 'terminated';

const endings: Readonly<Record<string, Ending>> = { SIGINT: 'interrupted', SIGTERM: 'terminated' };

const listeners = new Set<(ending: Ending) => void>();

/** Calls `listener` when a signal asks the program to end, until the returned function is called. */
export function onSignal(listener: (ending: Ending) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whoever waits for something is told and ends in good order; where nobody waits, the program ends at once. */
export function handleSignals(): void {
  for (const [signal, ending] of Object.entries(endings)) {
    process.on(signal, () => {
      if (listeners.size === 0) process.exit(exitCodes[ending]);
      for (const listener of [...listeners]) listener(ending);
    });
  }
}
