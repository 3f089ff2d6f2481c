import type { Result } from '../text/result.ts';

/** The words between the checks and the network: what is sent, and what can come of it. */

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An answer as it came; the body is cut at 1 MiB. */
export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case; of several values the first, but all challenges of `www-authenticate`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** No answer. `code` is stable, `detail` a sentence of ours: nothing of it comes from the other side. */
export interface HttpProblem {
  readonly code: HttpProblemCode;
  readonly detail: string;
  readonly fix?: string;
}

export type HttpProblemCode =
  | 'refused'
  | 'reset'
  | 'unknown-host'
  | 'unreachable'
  | 'tls'
  | 'proxy'
  | 'timeout'
  | 'not-http';

export type HttpOutcome = Result<HttpAnswer, HttpProblem>;

/** Sends one request, follows nothing, keeps nothing. Never throws for what the network does. */
export type SendHttp = (request: HttpRequest, timeoutSeconds: number) => Promise<HttpOutcome>;
