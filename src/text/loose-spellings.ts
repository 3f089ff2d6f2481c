import { entityText } from './html-entities.ts';

type Replacer = (match: string, group: string) => string;

/** What browsers and languages read as something that `decodedDeeply` undoes, in the order in which it is respelled. */
const looseSpellings: readonly (readonly [RegExp, Replacer])[] = [
  // A numeric entity ends at the first character that is no digit.
  [/(&#(?:x[\da-f]{1,8}|\d{1,8}))(?![\da-f;])/gi, (_, entity) => `${entity};`],
  [/(&#\d{1,8})(?![\d;])/g, (_, entity) => `${entity};`],
  [/%u([\da-f]{4})/gi, (_, digits) => `\\u${digits}`],
  [/\\u\{0{0,4}([\da-f]{2})\}/gi, (_, digits) => `\\u00${digits}`],
  [/\\\r?\n/g, () => ''],
  [/\\([0-3][0-7]{2})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 8))],
  // Of the many entities that are not known, those between the characters of a text are mostly spaces.
  [/&([a-z]\w{1,31});/gi, (entity, name) => (entityText(name) === undefined ? '' : entity)],
];

/** A text in the spellings that `decodedDeeply` knows. For comparing, not for showing. */
export const respelled = (text: string): string =>
  looseSpellings.reduce((each, [spelling, replacer]) => each.replace(spelling, replacer), text);
