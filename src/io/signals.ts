import { closeSync } from 'node:fs';
import { type ExitCode, exitCodes, Interruption } from '../errors.ts';
import { isStreamOpen } from './standard-output.ts';

type Ending = Interruption['kind'];
type Listener = (ending: Ending) => void;

/** The signals that ask the program to exit. Windows sends SIGHUP when its console is closed. */
const endings: Readonly<Record<string, Ending>> = {
  SIGINT: 'interrupted',
  SIGTERM: 'terminated',
  SIGHUP: 'hangup',
};

/** Milliseconds for a notified wait to end by itself. After that, its work is abandoned. */
const grace = 300;

/** Listeners end a wait; observers are only notified. */
const listeners = new Set<Listener>();
const observers = new Set<Listener>();

/** Ends of the running pieces of work; the innermost is last. */
const works: Listener[] = [];

/** Calls `listener`, which ends a wait, on a signal. @returns removes the listener */
export function onSignal(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The same for an observer, which doesn't end a wait. */
export function observeSignal(listener: Listener): () => void {
  observers.add(listener);
  return () => observers.delete(listener);
}

/**
 * Runs work that a signal ends immediately: waits that listen clean up and end, and anything else is abandoned. With nested
 * calls, the signal goes to the innermost.
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

/** Runs what blocks the whole process, such as opening a FIFO, with the default handling of signals. */
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

/** From now on, a signal ends the current wait gracefully or, if no work is running, the program. */
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
 * Ends the program. The process exits by itself if a stream may still hold output. Otherwise, it exits immediately, which
 * is faster. After a signal, it also does, because interrupted work may still be in progress.
 */
export function finish(exitCode: ExitCode): void {
  process.exitCode = exitCode;
  if (exitCode >= exitCodes.hangup || !isStreamOpen()) endProcess(exitCode);
}

/**
 * Ends the process regardless of running work. Node 20 aborts if it can't reset a closed terminal, but ignores closed
 * descriptors.
 */
function endProcess(exitCode: ExitCode): never {
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
