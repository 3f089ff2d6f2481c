import { knownCode } from '../../oauth/error-codes.ts';
import { protocolWordsIn } from '../../oauth/protocol-words.ts';
import { isWholeBefore } from './wrapped-values.ts';

const isCode = (word: string): boolean => knownCode(word) !== undefined;

/** A word of prose, an abbreviation, an error number, a status, a date, or a time, with or without punctuation. */
const ofProse = /^(?:[A-Z]?[a-z']+|[A-Z]+|[A-Z]{2,}\d+|\d{1,3}|\d{4}-\d\d.*|[\d:.,]+)[.,:;!?]*$/;

/** What joins the words of a query. */
const joint = /[%&+]/;

/** Whether people or servers write a word, so that it isn't part of a URL. */
export const isPlainWord = (word: string): boolean =>
  ofProse.test(word) || isCode(word) || (protocolWordsIn(word).length > 0 && !joint.test(word));

/** The characters of a URL at the start of a word, up to its end or a mark that no URL contains. */
const urlPart = /^([\w%.~+&=:/-]+)(?:[,;"'`)<>\]|*{}!?]|[^\x00-\x7f]|$)/;

/** A rule, the mark before a signature, or the prompt of a shell. */
const ornament = /^(?:[-=~%]+|__+)$/;

/** The characters with which a word may continue a URL; empty if it can't. */
export const partOfUrl = (word: string): string =>
  ornament.test(word) ? '' : (urlPart.exec(word)?.[1] ?? '');

/**
 * Whether a word on the next line is the rest of a parameter, not a text that follows the URL.
 * @param value the parameter so far, with its name
 */
export function isRemainderOf(value: string, word: string, isAlone: boolean): boolean {
  const part = partOfUrl(word);
  if (part === '' || isWholeBefore(value, word)) return false;
  if (!isPlainWord(part)) return isAlone || /[\d%_&=+~]/.test(part);
  return isAlone && /^[a-z\d]+$/.test(part) && !/^[1-5]\d\d$/.test(part) && !isCode(part);
}
