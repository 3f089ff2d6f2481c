import { closeSync } from 'node:fs';
import { type ExitCode, exitCodes, Interruption } from '../errors.ts';

type Ending = Interruption['kind'];
type Listener = (ending: Ending) => void;

/** The signals that ask the program to end. Windows sends SIGHUP when its console is closed. */
const endings: Readonly<Record<string, Ending>> = {
  SIGINT: 'interrupted',
  SIGTERM: 'terminated',
  SIGHUP: 'hangup',
};

/** Milliseconds in which a wait that has been told ends by itself; then its work is left behind. */
const grace = 300;

/** What waits, and what only has to know. */
const listeners = new Set<Listener>();
const observers = new Set<Listener>();

/** One piece of work that a signal ends; the innermost is last. */
const works: Listener[] = [];

/** Calls `listener`, which ends a wait, when a signal asks the program to end, until the returned function is called. */
export function onSignal(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The same for what ends no wait by itself. */
export function observeSignal(listener: Listener): () => void {
  observers.add(listener);
  return () => observers.delete(listener);
}

/**
 * Runs work that a signal ends at once: a wait in it that listens ends itself and tidies up, anything else is left
 * behind. With several of them, one in another, the innermost hears of the signal.
 * @throws Interruption
 */
export async function untilSignal<T>(run: () => Promise<T>): Promise<T> {
  let end: Listener = () => {};
  const ended = new Promise<never>((_, reject) => {
    end = (ending) => reject(new Interruption(ending));
  });
  works.push(end);
  try {
    return await Promise.race([run(), ended]);
  } finally {
    works.splice(works.indexOf(end), 1);
  }
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

/** From now on a signal ends what waits, in good order; where nothing runs, the program. */
export function handleSignals(): void {
  for (const [signal, ending] of Object.entries(endings)) process.on(signal, () => deliver(ending));
}

function deliver(ending: Ending): void {
  for (const observer of [...observers]) observer(ending);
  const end = works.at(-1);
  if (end === undefined) endProcess(exitCodes[ending]);
  if (listeners.size === 0) end(ending);
  const told = [...listeners];
  for (const listener of told) listener(ending);
  setTimeout(() => told.some((listener) => listeners.has(listener)) && end(ending), grace).unref();
}

/**
 * Ends the process, whatever may still be under way. Node 20 aborts where it cannot reset a terminal that has been
 * closed; it leaves a closed descriptor alone.
 */
export function endProcess(exitCode: ExitCode): never {
  if (exitCode === exitCodes.hangup) for (const descriptor of [0, 1, 2]) closeQuietly(descriptor);
  process.exit(exitCode);
}

function closeQuietly(descriptor: number): void {
  try {
    closeSync(descriptor);
  } catch {
    return;
  }
}
