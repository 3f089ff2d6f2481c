import type { ServerError } from '../../oauth/server-error.ts';

/** A parameter of a URL, decoded once. Foreign text, possibly a secret. */
export interface FoundParameter {
  readonly name: string;
  readonly value: string;
  /** Where its row in a Parameters table says that it is sent, if the table has that column. */
  readonly sendIn?: string | undefined;
  /** It reaches the right edge of its list, where a window or a wrap may have cut it without a mark. */
  readonly mayBeCut?: boolean;
}

/** A URL, or only its query, as it was found in a paste. */
export interface FoundUrl {
  /** Scheme, host and path as they were pasted, without query; undefined for a bare query or a list of parameters. */
  readonly endpoint?: string;
  /** In order, including duplicates. */
  readonly parameters: readonly FoundParameter[];
  /** The end is missing: the last value may be incomplete, and no parameter can be called missing. */
  readonly isCut: boolean;
  /** Parameters may be missing from what was found, at its start or inside, so none can be called missing. */
  readonly isPartial?: boolean;
  /** The last value ends with the text of the URL, so it may be cut without a mark. A list shows where its values end. */
  readonly mayBeCut?: boolean;
}

/** All evidence of a sign-in in a paste, in order. Not judged yet. */
export interface Evidence {
  /** Authorization requests of any client, RFC 6749 section 4.1.1. */
  readonly requests: readonly FoundUrl[];
  /** URLs where a sign-in ended: with an `error` or a `code`, RFC 6749 section 4.1.2. */
  readonly responses: readonly FoundUrl[];
  /** The code_verifier rows, if the paste has no other parameter of a request. */
  readonly verifierRows?: readonly FoundParameter[];
  /** The remaining text in pieces: error envelopes, pages, prose. A piece may be unrelated to OAuth. */
  readonly messages: readonly ServerError[];
  /** The same text without the line breaks that may be inside of words, if there are any. */
  readonly rejoined?: readonly ServerError[];
}
