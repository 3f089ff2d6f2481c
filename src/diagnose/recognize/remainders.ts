import { knownCode } from '../../oauth/error-codes.ts';
import { protocolWordsIn } from '../../oauth/protocol-words.ts';

/** Parameters whose value is known to be complete. */
const complete =
  /^(?:code_challenge_method=S256|response_type=code|redirect_uri=.*authcode|error=[a-z]+_[a-z]+|code_challenge=[\w-]{43})$/;

const isCode = (word: string): boolean => knownCode(word) !== undefined;

/** A word of prose, an abbreviation, an error number, a status, a date, or a time, with or without punctuation. */
const ofProse = /^(?:[A-Z]?[a-z']+|[A-Z]+|[A-Z]{2,}\d+|\d{1,3}|\d{4}-\d\d.*|[\d:.,]+)[.,:;!?]*$/;

/** What joins the words of a query. */
const joint = /[%&+]/;

/** Whether people or servers write a word, so that it isn't part of a URL. */
export const isPlainWord = (word: string): boolean =>
  ofProse.test(word) || isCode(word) || (protocolWordsIn(word).length > 0 && !joint.test(word));

/** The characters of a URL at the start of a word, up to its end or a mark that no URL contains. */
const urlPart = /^([\w%.~+&=:/-]+)(?:[,;"'`)>\]|*{}!?]|[^\x00-\x7f]|$)/;

/**
 * Whether a word on the next line is the rest of a parameter, not a text that follows the URL.
 * @param value the parameter so far, with its name
 */
export function isRemainderOf(value: string, word: string, isAlone: boolean): boolean {
  const [, part = ''] = urlPart.exec(word) ?? [];
  if (part === '' || complete.test(value)) return false;
  if (!isPlainWord(part)) return isAlone || /[\d%_&=+~]/.test(part);
  return isAlone && /^[a-z\d]+$/.test(part) && !/^[1-5]\d\d$/.test(part) && !isCode(part);
}
