import { equals, everyMark, mark } from './encoded-marks.ts';
import { knownAtStart } from './parameter-names.ts';
import { isPlainWord, isRemainderOf, partOfUrl } from './remainders.ts';
import { completes, isTextAfter, isWholeBefore } from './wrapped-values.ts';

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

const nameAtEnd = new RegExp(`${mark}[\\w.-]*$`, 'i');
const nameAtStart = new RegExp(`^[\\w.-]*${equals}(?!=)`, 'i');
const parameterAtStart = new RegExp(`^${mark}[\\w.-]*(?:${equals}|$)`, 'i');
const parameterInside = new RegExp(`^[^\\s"'<>]*${mark}[\\w.-]+${equals}`, 'i');
const queryMark = new RegExp(`${mark}|=`, 'i');
const openEnd = new RegExp(`(?:[+%]|%[\\da-f]|${equals})$`, 'i');

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

/** A parameter whose value isn't empty. */
const valueBegun = new RegExp(`${equals}(?!$)`, 'i');

/** An optional path, and a query. */
const queryAtStart = /^(?:\/[^\s?&=]*)?\?[\w.-]+=/;

/** The URL so far ends inside its host. */
const isInHost = (tail: string): boolean =>
  /https?:\/\/[\w.-]*$/i.test(tail) && !/\w\.(?:com|net|org|io)$/i.test(tail);

/** The URL so far ends in a parameter with a URL, which may have its own query. */
const isInUrlValue = (tail: string): boolean =>
  /(?::|%(?:25)*3a)(?:\/|%(?:25)*2f)/i.test(lastParameter(tail));

/** The URL so far ends where a nested URL may follow or go on, not in the padding or a slash of another value. */
const isBeforeUrl = (tail: string): boolean =>
  beforeUrl.test(tail) && (isInUrlValue(tail) || !valueBegun.test(lastParameter(tail)));

/** The word begins a URL or a query itself, unless the URL so far ends in the middle of a value. */
const startsAnother: Sign = ({ tail, isQuery, lineBreaks, word }) =>
  (knownAtStart.test(word) && !nameAtEnd.test(tail)) ||
  (urlInside.test(word) && !isBeforeUrl(tail)) ||
  (hostAtStart.test(word) && !isBeforeUrl(tail) && !isInHost(tail)) ||
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

/** `…&redirect`, where the next word must continue the name. An encoded mark may also be in a value. */
const endsInPlainName: Sign = ({ tail }) => /[?&][\w.-]*$/.test(tail);

/** `…authcode&scope=…` */
const hasParameter: Sign = ({ word }) => parameterInside.test(word);

const schemeInside = new RegExp(`(?:^|[^a-z])${beginning}`, 'i');
const schemeAtStart = new RegExp(`^${beginning}`, 'i');

/** `htt` + `ps://…` */
const splitsScheme = (start: string, word: string): boolean =>
  schemeInside.test(start + word.slice(0, 12)) && !schemeInside.test(start) && !schemeAtStart.test(word);

/** `client_` + `id=…`, not followed by a rule of equals signs */
const splitsName = (start: string, word: string): boolean =>
  knownAtStart.test(start + word) && nameAtStart.test(start + word) && !knownAtStart.test(word);

/** The break is inside of a scheme or of a parameter's name, which is no value. */
const splitsStart: Sign = ({ tail, word }) => {
  const [, before, start] = /(^|[^a-z_:/])([a-z_:/]+)$/i.exec(tail.slice(-22)) ?? [];
  if (start === undefined) return false;
  return splitsScheme(start, word) || (before !== '=' && splitsName(start, word));
};

/** A line of a letter, such as `Thanks,`. */
const address = /^[A-Z][a-z]+[,!]$/;

/** The URL so far ends where a value or the rest of an escape must follow. */
const endsOpen: Sign = ({ tail, isAlone, word }) =>
  openEnd.test(tail) && (isAlone ? !address.test(word) : !isPlainWord(word));

/** The URL so far has no query, and the word continues its path. */
const continuesPath: Sign = ({ tail, word, isAlone }) =>
  /(?:https?(?::\/\/|%)|^[\w-]*[./])[^\s?#=]*$/i.test(tail) &&
  (/^[^\s?]*(?:\?(?:[\w.-]+=|$)|%(?:25)*3d)/i.test(word) ||
    (isAlone && /^[\w./:%-]+(?:\?[\w.-]*)?$/.test(word) && isRemainderOf(lastParameter(tail), word, true)));

/** The last value of the URL so far is whole by its form. */
const endsWhole: Sign = ({ tail, word }) => isWholeBefore(lastParameter(tail), word);

const completesValue: Sign = ({ tail, word, isAlone }) => completes(lastParameter(tail), word, isAlone);

const hasOtherForm: Sign = ({ tail, word }) => isTextAfter(lastParameter(tail), word);

const fillsLine: Sign = ({ width, isAlone, word }) =>
  width === 'full' && (isAlone ? partOfUrl(word) !== '' : /^[^A-Z]/.test(word) || !isPlainWord(word));

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
  [endsInPlainName, false],
  [({ lineBreaks }) => lineBreaks === 0, false],
  [isForeign, false],
  [endsWhole, false],
  [completesValue, true],
  [hasOtherForm, false],
  [continuesPath, true],
  [endsOpen, true],
  [fillsLine, true],
  [({ width, word }) => width === 'short' && isPlainWord(word), false],
  [({ tail, word, isAlone }) => isRemainderOf(lastParameter(tail), word, isAlone), true],
];

/** Whether the query of a URL has begun. */
export const hasQuery = (text: string): boolean => queryMark.test(text);

/** Whether a word continues the URL before it: whether the white space between the two is a line wrap. */
export const isWrapped = (at: Break): boolean => signs.find(([sign]) => sign(at))?.[1] ?? false;
