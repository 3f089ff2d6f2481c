import { Interruption } from '../errors.ts';
import { onSignal } from './signals.ts';

/** The work timed out. */
export class DeadlineExceeded extends Error {
  override readonly name = 'DeadlineExceeded';
  readonly code = 'ETIMEDOUT';
}

/**
 * Runs work until it completes, times out, or is interrupted (Ctrl-C and other signals), whichever comes first, then aborts
 * the signal passed to it. The caller continues immediately, even if the work ignores the signal.
 * @throws DeadlineExceeded, Interruption
 */
export async function withDeadline<T>(
  seconds: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let release = (): void => {};
  const ended = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineExceeded()), seconds * 1000);
    release = onSignal((ending) => reject(new Interruption(ending)));
  });
  try {
    return await Promise.race([work(abort.signal), ended]);
  } finally {
    clearTimeout(timer);
    release();
    abort.abort();
  }
}
