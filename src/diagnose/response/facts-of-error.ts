import { regionOfRedirectUri } from '../../facts/regions.ts';
import { judgeQuoted } from './judge-quoted.ts';
import type { PasteFacts } from './paste-facts.ts';
import type { RecognizedError } from './recognized-error.ts';

/** The facts of a paste, with what one of its errors shows. */
export const factsOfError = ({ error, quoted }: RecognizedError, paste: PasteFacts): PasteFacts => ({
  ...paste,
  // A server that rejects the grant has issued a code before.
  hasCode: paste.hasCode || error.code === 'invalid_grant',
  quoted: judgeQuoted(quoted, paste),
  redirectUri:
    paste.redirectUri ??
    quoted.map(({ value }) => value).find((value) => regionOfRedirectUri(value) !== undefined),
});
