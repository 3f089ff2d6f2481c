import type { Result } from '../text/result.ts';

/** The words between the checks and the network: what is sent, and what can come of it. */

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An answer as it came, decompressed; the body is cut at 1 MiB. */
export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case; of several values the first, unless they make a list. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** No answer. `code` is stable, `detail` and `fix` are ours: nothing of them comes from the other side. */
export interface HttpProblem {
  readonly code: HttpProblemCode;
  readonly detail: string;
  readonly fix?: string;
  /** The name of who issued a certificate that is not trusted: foreign text. */
  readonly issuer?: string;
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

/**
 * Sends one request, follows nothing, keeps nothing. Whatever the network does, it settles in `timeoutSeconds`, and
 * rejects for none of it; it rejects with Interruption at once on Ctrl-C and the like.
 */
export type SendHttp = (request: HttpRequest, timeoutSeconds: number) => Promise<HttpOutcome>;
