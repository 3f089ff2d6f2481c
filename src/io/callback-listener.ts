import type { Listener, ListenProblem } from '../context/listener.ts';
import { Interruption } from '../errors.ts';
import { accepted, type Result } from '../text/result.ts';
import { makeCallbackVisit } from './callback-visit.ts';
import { serveLoopback } from './loopback-server.ts';
import { onSignal } from './signals.ts';
import { portOf } from './url-parts.ts';

/** Time for the browser to fetch the last page. */
const graceMilliseconds = 2000;

/** Waits for one browser on the loopback address, port and path of the URI. */
export async function listen(
  uri: string,
  accept: (parameters: URLSearchParams) => boolean,
  seconds: number,
): Promise<Result<Listener, ListenProblem>> {
  const url = new URL(uri);
  const visit = makeCallbackVisit(url.pathname, accept);
  const served = await serveLoopback(url.hostname, Number(portOf(url)), visit.route);
  if (!served.ok) return served;
  let stop = (): void => {};
  const stopped = new Promise<undefined>((resolve) => {
    stop = () => resolve(undefined);
  });
  const close = async (): Promise<void> => {
    stop();
    await served.value.close();
  };
  const callback = waitFor(Promise.race([visit.callback, stopped]), seconds, close);
  // An interruption can come before this is awaited; it is still thrown then.
  callback.catch(() => {});
  return accepted({
    callback,
    finish: async (page) => {
      await Promise.race([visit.lead(page), delay(graceMilliseconds)]);
      await close();
    },
    close,
  });
}

const delay = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });

/** Waits for the callback, the timeout, or a signal, whichever comes first. */
async function waitFor(
  callback: Promise<URLSearchParams | undefined>,
  seconds: number,
  close: () => Promise<void>,
): Promise<URLSearchParams | undefined> {
  let release = (): void => {};
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      callback,
      new Promise<undefined>((resolve) => {
        timer = setTimeout(resolve, seconds * 1000, undefined);
      }),
      new Promise<never>((_, reject) => {
        release = onSignal((ending) => reject(new Interruption(ending)));
      }),
    ]);
  } catch (error) {
    await close();
    throw error;
  } finally {
    clearTimeout(timer);
    release();
  }
}
