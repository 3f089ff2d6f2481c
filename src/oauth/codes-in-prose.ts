import { canBeWords, everyErrorCode, isEveryday, spelledCode } from './error-codes.ts';

const all = [...everyErrorCode].sort((one, other) => other.length - one.length);
/** A common name in programs. */
const ambiguous = 'server_error';

/** Codes that are unambiguous in prose. */
const inProse = new RegExp(`\\b(${all.filter((code) => code !== ambiguous).join('|')})\\b`, 'gi');

const label = '\\berror(?:[ _]?(?:code|type))?["\'\u2019\u201d]?\\s{0,3}[:=]\\s{0,3}["\'\u2018\u201c]?';

/** A code that a text calls one, such as `error: server_error` or `Error Code: invalid_target`. */
const labelled = new RegExp(
  `${label}(?!(?:code|client|redirect|response|grant|error)_(?:uri|id|secret|type|challenge|verifier|description|code))([a-z]{1,20}(?:_[a-z]{1,20}){1,4})\\b`,
  'gi',
);

/** An ambiguous code counts where a text begins with it, reports it, or has it as an element or in parentheses. */
const reported = new RegExp(
  `(?:^|[\\w"]>|(?<!\\w)\\(|\\b(?:got|returns|returned|received|with|says|said|failed)[:,]?\\s)["'\`(]?(${ambiguous})\\b`,
  'gi',
);

/** A code in any spelling: `InvalidClient`, `invalid-client`, `Invalid client`. */
const spelling = (code: string): string => code.replaceAll('_', canBeWords(code) ? '[\\s_-]?' : '[_-]?');
const spellings = (codes: readonly string[]): string => codes.map(spelling).join('|');

const everyday = spellings(all.filter(isEveryday));
const technical = spellings(all.filter((code) => !isEveryday(code)));

/** What follows a code that is all of a statement, so that `invalid client certificate` isn't one. */
const ending =
  '(?![\\w-])(?=\\s?(?:$(?!\\n\\s{0,8}(?!at )[a-z])|[)"\'`\u2019\u201d\\]<>{}:=|,;.!?\u2013\u2014(]|-\\s|errors?\\b))';

/** Everyday words that a text calls an error, or that are all of it. */
const spelledEveryday = [
  new RegExp(`${label}(${everyday})${ending}`, 'gim'),
  new RegExp(`^\\W{0,3}(${everyday})\\W{0,3}$`, 'gi'),
];

/** Words of OAuth on their own line, or after a mark or a word that introduces an error. */
const introduction = [
  '^\\s{0,8}',
  '[:=(\\[{"\'`\u2018\u201c>|\u2013\u2014]\\s{0,3}',
  '-\\s',
  '\\b(?:error|code|reason|failed|gets?|got|returned|returns|received|says|said|with|4\\d\\d)\\s(?:an?\\s|the\\s)?',
].join('|');
const spelledTechnical = new RegExp(`(?:${introduction})(${technical})${ending}`, 'gim');

const ofServers = [labelled, inProse, reported, spelledTechnical];

/** A code in a text, and where it begins. */
interface FoundCode {
  readonly code: string;
  readonly at: number;
}

/** The codes in a server's prose, without duplicates: first the ones that the text calls codes, then others that are known. */
export const codesInProse = (text: string): string[] => distinct(find(ofServers, text));

/** The codes in what someone saw of an error, where everyday words count as well. */
export const codesInPaste = (text: string): string[] => distinct(codesWithPlaces(text));

/** The codes of a paste with their places. */
export const codesWithPlaces = (text: string): FoundCode[] => find([...ofServers, ...spelledEveryday], text);

const find = (patterns: readonly RegExp[], text: string): FoundCode[] =>
  patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map(({ 0: match, 1: code = '', index }) => ({
      code: spelledCode(code) ?? code.toLowerCase(),
      at: index + match.indexOf(code),
    }));

const distinct = (found: readonly FoundCode[]): string[] => [...new Set(found.map(({ code }) => code))];

/** A text without a code, in any spelling. */
export const withoutCode = (code: string, text: string): string =>
  text.replace(new RegExp(spelling(code), 'gi'), '');

/** After these words a code is what a server said. */
const reporting =
  /\b(?:errors?|code|status|reason|with|gets?|got|getting|gives?|shows?|returns?|returned|says?|said|saw|seen|was|had|received|failed|fails|first|before|earlier|previously|yesterday|now)$/i;

/** Whether every occurrence of a code is part of a sentence that doesn't say that a server sent it. */
export function isOnlyMentioned(code: string, text: string): boolean {
  const before = text.split(new RegExp(code, 'i')).slice(0, -1);
  return before.length > 0 && before.every((words) => isSentence(words.slice(-40)));
}

function isSentence(before: string): boolean {
  const words = /[a-z]+(?=,? ["'`“]?$)/.exec(before);
  return words !== null && !reporting.test(before.slice(0, words.index + words[0].length));
}
