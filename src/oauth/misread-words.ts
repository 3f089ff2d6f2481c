import { protocolWords } from './protocol-words.ts';

/** A text with one letter for all that look alike in a picture. */
export const lookAlike = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[l1|]/g, 'i')
    .replaceAll('0', 'o')
    .replaceAll(' ', '')
    .replace(/[\ufb01\ufb02]/g, (ligature) => ligature.normalize('NFKD').replaceAll('l', 'i'));

const byLook: ReadonlyMap<string, string> = new Map(protocolWords.map((word) => [lookAlike(word), word]));

const part = '[A-Za-z01|\\ufb01\\ufb02]{1,20}';

/** Words joined by underscores, possibly with spaces around these. */
const joined = new RegExp(`(?<![\\w/.-])${part}(?: ?_ ?${part}){1,4}(?![\\w/-]|:\\S)`, 'g');

/** A plain word with a ligature. Values contain other characters as well. */
const withLigature = /(?<![^\s"'(])[a-z]*[\ufb01\ufb02][a-z\ufb01\ufb02]*(?![^\s"'),.;:!?]|[.:]\S)/gi;

/**
 * A text from a picture, with what is misread in the words of OAuth corrected: `lnvalid_cIient`, `invalid _scope`. Only whole
 * words of the protocol change, so no value that is compared with another does.
 */
export const withoutMisreadings = (text: string): string =>
  text
    .replace(joined, (words) => {
      const word = byLook.get(lookAlike(words));
      return word === undefined || word === words.toLowerCase() ? words : word;
    })
    .replace(withLigature, (word) => word.normalize('NFKD'));
