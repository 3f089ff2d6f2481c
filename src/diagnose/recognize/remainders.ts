import { knownCode } from '../../oauth/error-codes.ts';
import { protocolWordsIn } from '../../oauth/protocol-words.ts';

/** Values that nothing but another word follows. */
const complete =
  /^(?:code_challenge_method=S256|response_type=code|redirect_uri=.*authcode|error=[a-z]+_[a-z]+|code_challenge=[\w-]{43})$/;

const isCode = (word: string): boolean => knownCode(word) !== undefined;

/** Whether a word is one that people or servers write, and no part of a URL. */
export const isPlainWord = (word: string): boolean =>
  /^(?:[A-Z]?[a-z']+|[A-Z]+|[A-Z]{2,}\d+|\d{1,3}|\d{4}-\d\d.*|[\d:.,]+)[.,:;!?]*$/.test(word) ||
  isCode(word) ||
  protocolWordsIn(word).length > 0;

/**
 * Whether a word on the next line is the rest of a parameter, not a text that follows the URL.
 * @param value the parameter so far, with its name
 */
export function isRemainderOf(value: string, word: string, isAlone: boolean): boolean {
  const [, part = ''] = /^([\w%.~+&=:/-]+)(?:[,;"'`)>\]|*}!?]|[^\x00-\x7f]|$)/.exec(word) ?? [];
  if (part === '') return false;
  if (!isPlainWord(part)) return isAlone || (/[\d%_&=+~]/.test(part) && !complete.test(value));
  return (
    isAlone && /^[a-z\d]+$/.test(part) && !/^[1-5]\d\d$/.test(part) && !isCode(part) && !complete.test(value)
  );
}
