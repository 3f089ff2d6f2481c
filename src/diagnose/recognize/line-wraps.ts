import { challengeLength } from '../../oauth/pkce.ts';
import { knownAtStart } from './parameter-names.ts';
import { isPlainWord, isRemainderOf } from './remainders.ts';

/** A word after a part of a URL, and what is between the two. */
export interface Break {
  /** The last characters of the URL so far. */
  readonly tail: string;
  /** Whether its query has begun. */
  readonly isQuery: boolean;
  readonly lineBreaks: number;
  readonly word: string;
  /** Whether the word is alone on its line. */
  readonly isAlone: boolean;
  /** The line that ends here is as wide as the one before it that was wrapped, or much shorter. */
  readonly width: 'full' | 'short' | undefined;
}

type Sign = (at: Break) => boolean;

/** A URL without its scheme. It needs a path and a query. */
const hostAtStart = /^[\w-]+(?:\.[\w-]+)+\/[^\s?]*\?[\w.-]+=/;

/** Marks before a parameter and before its value, plain or encoded together with the whole URL. */
const mark = '(?:[?&#]|%(?:25)*(?:3f|26|23))';
const equals = '(?:=|%(?:25)*3d)';

const everyMark = new RegExp(mark, 'i');
const nameAtEnd = new RegExp(`${mark}[\\w.-]*$`, 'i');
const nameAtStart = new RegExp(`^[\\w.-]*${equals}`, 'i');
const parameterAtStart = new RegExp(`^${mark}[\\w.-]+(?:${equals}|$)`, 'i');
const parameterInside = new RegExp(`^[^\\s"'<>]*${mark}[\\w.-]+${equals}`, 'i');
const queryMark = new RegExp(`${mark}|=`, 'i');
const openEnd = new RegExp(`(?:[+%]|%[\\da-f]|${mark}|${equals})$`, 'i');

/** The parameter in which the URL so far ends. */
const lastParameter = (tail: string): string => tail.split(everyMark).at(-1) ?? '';

const beginning = 'https?(?::\\/\\/|%(?:25)*3a)';
/** A URL after the marks and words that may precede it: `[sign-in](https://…`. After a `=` it may be a value. */
const urlInside = new RegExp(
  `^(?:${beginning}|[^\\w\\s%&?=#/.+~-][^\\s?&]*${beginning}|[^\\s?]*[^\\w\\s=%/.+?-]${beginning})`,
  'i',
);

/** What precedes a nested URL, or the rest of one. */
const beforeUrl = /(?:[=/.]|%(?:25)*(?:3d|2f))$/i;

/** An optional path, and a query. */
const queryAtStart = /^(?:\/[^\s?&=]*)?\?[\w.-]+=/;

/** The URL so far ends inside its host. */
const isInHost = (tail: string): boolean =>
  /https?:\/\/[\w.-]*$/i.test(tail) && !/\w\.(?:com|net|org|io)$/i.test(tail);

/** The URL so far ends in a parameter with a URL, which may have its own query. */
const isInUrlValue = (tail: string): boolean =>
  /(?::|%(?:25)*3a)(?:\/|%(?:25)*2f)/i.test(lastParameter(tail));

/** The word begins a URL or a query itself, unless the URL so far ends in the middle of a value. */
const startsAnother: Sign = ({ tail, isQuery, lineBreaks, word }) =>
  (knownAtStart.test(word) && !nameAtEnd.test(tail)) ||
  (urlInside.test(word) && !beforeUrl.test(tail)) ||
  (hostAtStart.test(word) && !beforeUrl.test(tail) && !isInHost(tail)) ||
  (queryAtStart.test(word) && (isQuery ? !isInUrlValue(tail) : lineBreaks > 1));

/** The URL has ended with a closing mark, possibly at the end of a sentence. */
const isClosed: Sign = ({ tail }) => /["'`”’»)\]}>][.,;:!?]*$/.test(tail);

/** The word can't begin a line of a URL. */
const isForeign: Sign = ({ word }) =>
  /^(?:["'“‘«<>{}[\]()|\\…]|HTTP\/|https?:$)/.test(word) || /^[\w-]+:$/.test(word);

/** `&scope=…` */
const beginsParameter: Sign = ({ word }) => parameterAtStart.test(word);

/** `…&redirect` + `_uri=…` */
const endsInName: Sign = ({ tail, word }) => nameAtEnd.test(tail) && nameAtStart.test(word);

/** `…authcode&scope=…` */
const hasParameter: Sign = ({ word }) => parameterInside.test(word);

/** `htt` + `ps://…` and `client_` + `id=…` */
const splitsStart: Sign = ({ tail, word }) => {
  const before = /[a-z_:/]+$/i.exec(tail.slice(-21))?.[0] ?? '';
  if (before === '') return false;
  const isScheme = /(?:^|[^a-z])https?:\/\//i.test(before + word.slice(0, 8)) && !/^https?:\/\//i.test(word);
  return isScheme || (knownAtStart.test(before + word) && !knownAtStart.test(word));
};

/** The URL so far ends where a value, an escape, or a parameter must follow. */
const endsOpen: Sign = ({ tail, isAlone, word }) => openEnd.test(tail) && (isAlone || !isPlainWord(word));

/** The URL so far has no query, and the word continues its path. */
const continuesPath: Sign = ({ tail, word, isAlone }) =>
  /(?:https?(?::\/\/|%)|^[\w-]*[./])[^\s?#=]*$/i.test(tail) &&
  (/^[^\s?]*(?:\?(?:[\w.-]+=|$)|%(?:25)*3d)/i.test(word) ||
    (isAlone && /^[\w./:%-]+(?:\?[\w.-]*)?$/.test(word) && isRemainderOf(lastParameter(tail), word, true)));

const partOfChallenge = new RegExp(`code_challenge${equals}[\\w-]{1,${challengeLength - 1}}$`, 'i');
const wholeChallenge = new RegExp(`^code_challenge${equals}[\\w-]{${challengeLength}}(?![\\w-])`, 'i');

const completesChallenge: Sign = ({ tail, word }) =>
  partOfChallenge.test(tail) && wholeChallenge.test(lastParameter(tail) + word);

/** The first sign that applies decides. */
const signs: readonly (readonly [sign: Sign, isWrap: boolean])[] = [
  [startsAnother, false],
  [splitsStart, true],
  [(at) => !at.isQuery && !continuesPath(at), false],
  [beginsParameter, true],
  [({ lineBreaks }) => lineBreaks > 1, false],
  [isClosed, false],
  [endsInName, true],
  [hasParameter, true],
  [({ lineBreaks }) => lineBreaks === 0, false],
  [isForeign, false],
  [continuesPath, true],
  [endsOpen, true],
  [
    ({ width, isAlone, word }) => width === 'full' && (isAlone || /^[^A-Z]/.test(word) || !isPlainWord(word)),
    true,
  ],
  [completesChallenge, true],
  [({ width, word }) => width === 'short' && isPlainWord(word), false],
  [({ tail, word, isAlone }) => isRemainderOf(lastParameter(tail), word, isAlone), true],
];

/** Whether the query of a URL has begun. */
export const hasQuery = (text: string): boolean => queryMark.test(text);

/** Whether a word continues the URL before it: whether the white space between the two is a line wrap. */
export const isWrapped = (at: Break): boolean => signs.find(([sign]) => sign(at))?.[1] ?? false;
