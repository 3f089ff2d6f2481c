import { mayBeEscaped } from './decode-deeply.ts';
import { entityText } from './html-entities.ts';

type Replacer = (match: string, group: string) => string;

/** Spellings that browsers and programming languages also accept for what `decodedDeeply` undoes, in this order. */
const looseSpellings: readonly (readonly [RegExp, Replacer])[] = [
  // A numeric entity ends at the first character that is not a digit.
  [/(&#(?:x[\da-f]{1,8}|\d{1,8}))(?![\da-f;])/gi, (_, entity) => `${entity};`],
  [/(&#\d{1,8})(?![\d;])/g, (_, entity) => `${entity};`],
  [/%u([\da-f]{4})/gi, (_, digits) => `\\u${digits}`],
  [/\\u\{0{0,4}([\da-f]{2})\}/gi, (_, digits) => `\\u00${digits}`],
  [/\\\r?\n/g, () => ''],
  [/\\([0-3][0-7]{2})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 8))],
  // An unknown entity between the characters of a text is usually a kind of space.
  [/&([a-z]\w{1,31});/gi, (entity, name) => (entityText(name) === undefined ? '' : entity)],
];

/** Respells a text for `decodedDeeply`. The result is for comparing, not for showing. */
export function respelled(text: string): string {
  if (!mayBeEscaped(text)) return text;
  return looseSpellings.reduce((each, [spelling, replacer]) => each.replace(spelling, replacer), text);
}
