import type { Redactor } from '../../checks/redactor.ts';
import type { Context } from '../../context/context.ts';
import type { HttpOutcome, HttpRequest } from '../../context/http.ts';
import { secretsIn } from '../../oauth/token-traces.ts';
import { say, waiting } from '../../terminal/log.ts';
import { refused } from '../../text/result.ts';
import { narrateOutcome, narrateRequest } from './trace.ts';
import { traceLines } from './trace-lines.ts';

/** Sends a request; `purpose` says what it is for, without a capital. */
export type Send = (purpose: string, request: HttpRequest) => Promise<HttpOutcome>;

/**
 * How every request of a run is sent: announced, since a response can take a while, or logged with `--explain`. Loaded
 * early, so that its settings are judged before anything is sent or opened.
 */
export async function makeSend(
  context: Pick<Context, 'stderr' | 'http'>,
  redactor: Redactor,
  { timeout, explain }: { readonly timeout: number; readonly explain: boolean },
): Promise<Send> {
  const send = await context.http();
  const narrate = async (lines: readonly string[]): Promise<void> => {
    const shown = lines.flatMap((line) => traceLines(line, context.stderr.style));
    for (const line of shown) await say(context.stderr, line);
  };
  return async (purpose, request) => {
    if (explain) await narrate(narrateRequest(purpose, request, redactor));
    const announcement = explain ? '' : `Contacting ${new URL(request.url).host}: ${purpose}`;
    const answered = await waiting(context.stderr, announcement, send(request, timeout));
    const outcome = withNames(answered, request, redactor);
    // Before any part of the response is shown, here or later.
    if (outcome.ok) redactor.add(...secretsIn(outcome.value));
    if (explain) await narrate([...narrateOutcome(outcome, redactor), '']);
    return outcome;
  };
}

/** A failure with the host of the request, and with the issuer of its certificate. Both are foreign text. */
function withNames(outcome: HttpOutcome, { url }: HttpRequest, redactor: Redactor): HttpOutcome {
  if (outcome.ok) return outcome;
  const { issuer, ...problem } = outcome.problem;
  const sentences = [
    `The request to ${redactor.redact(new URL(url).host, 100)} failed.`,
    problem.detail,
    ...(issuer === undefined ? [] : [`Issued by "${redactor.redact(issuer, 100)}".`]),
  ];
  return refused({ ...problem, detail: sentences.join(' ') });
}
