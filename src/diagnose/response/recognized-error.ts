import type { KnownError } from '../../facts/error-meaning.ts';
import { foreignRedirectUri } from '../../facts/errors-about-redirect-uris.ts';
import { otherSignInIn } from '../../facts/errors-of-other-sign-ins.ts';
import { codesInPaste, isOnlyMentioned, withoutCode } from '../../oauth/codes-in-prose.ts';
import type { ServerError } from '../../oauth/server-error.ts';
import type { FoundParameter } from '../evidence/evidence.ts';
import { knownErrorOf, type Recognition } from './known-errors.ts';
import { plainMarks } from './plain-marks.ts';
import { namesOnlyJitterbit } from './quoted-hosts.ts';
import { quotesForeignRedirectUri } from './quoted-redirect-uri.ts';
import { quotedValues } from './quoted-values.ts';

/**
 * An error recognized in a paste. Of its words, it keeps only those by which it was recognized, which are public, and the
 * values that it quotes, which are to be judged, not shown.
 */
export interface RecognizedError {
  readonly error: ServerError;
  readonly known: KnownError;
  readonly by: Recognition;
  /** Whether prose names its code without saying that a server sent it. */
  readonly isMention: boolean;
  /** Whether it has words other than its code, and nothing in them is known. */
  readonly hasUnknownWords: boolean;
  /** The values of the request that it is about. */
  readonly quoted: readonly FoundParameter[];
  /** The text that tells it together with other errors, which are not about the same. */
  readonly toldIn?: ServerError;
}

/** What precedes the code and the words of an error in a text: `error:`, `error_description=`. */
const errorLabels = /\berror(?:[ _]?(?:code|description))?\b\W{0,3}/gi;

/** Lowercase words joined by underscores, as codes are. Anything else may be a secret. */
const plainCode = /^[a-z]{1,20}(?:_[a-z]{1,20}){1,5}$/;

const onlyMentioned = 'The text only mentions this error, so the server may have reported a different one.';

const isAboutRedirectUri = ({ causes }: KnownError): boolean =>
  causes.every((cause) => cause === 'redirectUris') && causes.length > 0;

/** What an error means that may be about another sign-in, a host of Jitterbit's, or a redirect URI that isn't. */
function meaningOf(known: KnownError, words: string, elsewhere: KnownError | undefined): KnownError {
  if (known.causes.length === 0) return known;
  const isForeign = isAboutRedirectUri(known) && quotesForeignRedirectUri(words);
  const other = otherSignInIn(words) ?? elsewhere;
  if (other !== undefined) return other;
  if (known.atJitterbit !== undefined && namesOnlyJitterbit(words)) return known.atJitterbit;
  return isForeign ? foreignRedirectUri : known;
}

/** Where an error was found. */
interface Context {
  /** The parameters of the URL of its page. */
  readonly parameters?: readonly FoundParameter[];
  /** Whether everyday words in it are about a sign-in. */
  readonly isOfSignIn?: boolean;
  /** What it means if it is from another sign-in than the one that Jitterbit started. */
  readonly elsewhere?: KnownError | undefined;
}

/** What is known of an error; undefined for a text that isn't one. Prose may name its code. */
export function recognizedError(
  { code, words: said }: ServerError,
  { parameters = [], isOfSignIn = true, elsewhere }: Context = {},
): RecognizedError | undefined {
  const words = plainMarks(said);
  const named = code ?? codesInPaste(words)[0];
  const found = knownErrorOf(named, words, isOfSignIn);
  if (found === undefined) return undefined;
  const { by } = found;
  const isMention = by !== 'words' && named !== undefined && isOnlyMentioned(named, words);
  const meant = meaningOf(found.known, words, elsewhere);
  const known = isMention ? { ...meant, otherwise: onlyMentioned } : meant;
  const isShown = named !== undefined && by !== 'other' && (by !== 'unknown' || plainCode.test(named));
  const error = { ...(isShown ? { code: named } : {}), words: found.words };
  const quoted = isMention ? [] : quotedValues(words, parameters, known.causes);
  const hasUnknownWords =
    by === 'code' &&
    quoted.length === 0 &&
    /[\p{L}\p{N}]/u.test(withoutCode(named ?? '', words).replace(errorLabels, ''));
  return { error, known, by, isMention, hasUnknownWords, quoted };
}
