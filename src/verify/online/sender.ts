import type { Redactor } from '../../checks/redactor.ts';
import type { Context } from '../../context/context.ts';
import type { HttpOutcome, HttpRequest, SendHttp } from '../../context/http.ts';
import { secretsIn } from '../../oauth/token-traces.ts';
import { say } from '../../terminal/log.ts';
import { narrateOutcome, narrateRequest } from './trace.ts';

/** Sends a request; `purpose` is what `--explain` says of it. */
export type Send = (purpose: string, request: HttpRequest) => Promise<HttpOutcome>;

/** The way of all requests of one run: loaded with the first, each narrated where that was asked for. */
export function makeSend(
  context: Context,
  redactor: Redactor,
  { timeout, explain }: { readonly timeout: number; readonly explain: boolean },
): Send {
  let loaded: Promise<SendHttp> | undefined;
  const narrate = async (lines: readonly string[]): Promise<void> => {
    if (explain) for (const line of lines) await say(context.stderr, line);
  };
  return async (purpose, request) => {
    loaded ??= context.http();
    const send = await loaded;
    await narrate(narrateRequest(purpose, request, redactor));
    const outcome = await send(request, timeout);
    // Before anything is told of the answer, here or later.
    if (outcome.ok) redactor.add(...secretsIn(outcome.value));
    await narrate(narrateOutcome(outcome, redactor));
    return outcome;
  };
}
