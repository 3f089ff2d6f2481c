import { Interruption } from '../errors.ts';
import { onSignal } from './signals.ts';

/** The time was up. */
export class DeadlineExceeded extends Error {
  override readonly name = 'DeadlineExceeded';
  readonly code = 'ETIMEDOUT';
}

/**
 * Does something that ends with the signal it is given: when it is done, when the time is up, or on Ctrl-C and the like,
 * whichever comes first. The caller goes on at once, whether or not the work heeds the signal.
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
