import type { Result } from '../text/result.ts';

/** The interface between the checks and the network: requests and their outcomes. */

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A decompressed response; the body is truncated at 1 MiB. */
export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case; the first of several values, unless the field is a list. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A request without a response. `code` is stable; `detail` and `fix` contain no foreign text. */
export interface HttpProblem {
  readonly code: HttpProblemCode;
  readonly detail: string;
  readonly fix?: string;
  /** The issuer of an untrusted certificate: foreign text. */
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
 * Sends one request; follows no redirect and keeps no state. It settles within `timeoutSeconds` and never rejects for a
 * network error. On Ctrl-C and other signals, it immediately rejects with Interruption.
 */
export type SendHttp = (request: HttpRequest, timeoutSeconds: number) => Promise<HttpOutcome>;
