import { type Fix, linesOfFix } from '../../checks/check.ts';
import { type Finding, failed } from '../../checks/finding.ts';
import type { HttpAnswer } from '../../context/http.ts';
import { labels } from '../../facts/labels.ts';
import { redirectUriList } from '../../facts/places.ts';
import { isRefusal } from '../../oauth/error-codes.ts';
import { type ServerError, serverError } from '../../oauth/server-error.ts';
import { methodRowFix } from '../online/check-online.ts';
import { notAnEndpoint } from '../online/judge-authorize.ts';
import { type ClientContext, credentialsRefused, withoutVerdict } from '../online/judge-client.ts';
import { quoted, strangeAnswer } from '../online/quote.ts';

/** What is known about a rejected token request. */
export interface RefusalFacts extends ClientContext {
  /** The code can't be older, since it was issued after the URL was shown. */
  readonly codeAgeAtMost: number;
  readonly hasMethodRow: boolean;
}

/** Codes are valid for about a minute, part of which has passed before the user sees them. */
const oldCodeSeconds = 45;

interface Cause {
  readonly code: string;
  /** The server's own words mention it. */
  readonly named: RegExp;
  /** What is known leaves it possible. */
  readonly isPossible: (facts: RefusalFacts) => boolean;
  readonly says: string;
  readonly fix: (facts: RefusalFacts) => Fix;
}

const again = 'Run verify --login again, and finish within a minute.';

/**
 * The causes of `invalid_grant`. Challenge and verifier are known to match, and the redirect URI was the same in both
 * requests, so these two remain only if the server mentions them.
 */
const causes: readonly Cause[] = [
  {
    code: 'redirect-uri',
    named: /redirect/i,
    isPossible: () => false,
    says: 'The server reports a redirect URI that differs from the one at sign-in, although the same one was sent.',
    fix: () => `Check ${redirectUriList}.`,
  },
  {
    code: 'code-expired',
    named: /expired|too old/i,
    isPossible: ({ codeAgeAtMost }) => codeAgeAtMost > oldCodeSeconds,
    says: 'The code may have expired. Codes are valid for about a minute.',
    fix: () => again,
  },
  {
    code: 'challenge-method-required',
    named: /challenge_?method|plain/i,
    isPossible: ({ hasMethodRow }) => !hasMethodRow,
    says: 'No code_challenge_method was sent, so the server may have assumed plain (RFC 7636 section 4.3).',
    fix: ({ file }) => methodRowFix(file),
  },
  {
    code: 'code-used',
    named: /already|reuse|used/i,
    isPossible: () => true,
    says: 'The code may already have been used, by a page reload or by Jitterbit.',
    fix: () => again,
  },
];

/** Of several causes that remain, the last is the least likely and not mentioned. */
function remaining(facts: RefusalFacts, words: string): readonly Cause[] {
  const named = causes.filter((cause) => cause.named.test(words));
  if (named.length > 0) return named.slice(0, 1);
  const possible = causes.filter((cause) => cause.isPossible(facts));
  return possible.length > 1 ? possible.slice(0, -1) : possible;
}

/** Narrows down the causes of a rejected token request. */
export function judgeRefusal(answer: HttpAnswer, facts: RefusalFacts): Finding {
  const { status } = answer;
  const { redactor } = facts;
  const early = withoutVerdict(answer, facts);
  if (early !== undefined) return early;
  const error = serverError(answer);
  const refusal = judgeTokenError(error, facts);
  if (refusal !== undefined) return refusal;
  if (status === 401 && error.code === undefined) return notAnEndpoint('accessTokenUrl', error, facts);
  if (error.code !== undefined && isRefusal(status, error.code))
    return failed(`The server rejected the token request.${quoted(error, redactor)}`, undefined, error.code);
  return strangeAnswer(answer, redactor);
}

/** The verdict on a token error that is conclusive with any status (RFC 6749 section 5.2). */
export function judgeTokenError(error: ServerError, facts: RefusalFacts): Finding | undefined {
  if (error.code === 'invalid_grant') return invalidGrant(error, facts);
  return error.code === 'invalid_client' ? credentialsRefused(error, facts) : undefined;
}

function invalidGrant(error: ServerError, facts: RefusalFacts): Finding {
  const left = remaining(facts, error.words);
  const known = `The server rejected the code (invalid_grant), not the ${labels.clientId} and ${labels.clientSecret}. The code challenge and code verifier match, and both requests used the same redirect URI.`;
  const detail = `${known}${quoted(error, facts.redactor)} ${left.map(({ says }) => says).join(' ')}`;
  return failed(
    detail,
    left.flatMap(({ fix }) => linesOfFix(fix(facts))),
    left[0]?.code,
  );
}
