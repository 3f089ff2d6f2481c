import { exitCodes } from '../errors.ts';

type Ending = 'interrupted' | 'terminated';

const endings: Readonly<Record<string, Ending>> = { SIGINT: 'interrupted', SIGTERM: 'terminated' };

const listeners = new Set<(ending: Ending) => void>();

/** Calls `listener` when a signal asks the program to end, until the returned function is called. */
export function onSignal(listener: (ending: Ending) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Runs what blocks the whole process, such as opening a FIFO: meanwhile signals end it as they do by default. */
export function withDefaultSignals<T>(run: () => T): T {
  const own = Object.keys(endings).map(
    (signal) => [signal, process.listeners(signal as NodeJS.Signals)] as const,
  );
  for (const [signal] of own) process.removeAllListeners(signal);
  try {
    return run();
  } finally {
    for (const [signal, handlers] of own) for (const handler of handlers) process.on(signal, handler);
  }
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
