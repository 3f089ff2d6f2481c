import { percentDecoded } from '../../text/percent-encoding.ts';
import { withoutTrailing } from '../../text/trim-end.ts';
import { everyMark } from './encoded-marks.ts';
import { formOf } from './value-forms.ts';

const mostEncodings = 4;

/** The name and the value of a parameter that may be encoded, together with its URL. */
function partsOf(parameter: string): [name: string, value: string] {
  let text = parameter.replaceAll('+', ' ');
  for (let times = 0; times < mostEncodings && text.includes('%'); times += 1) text = percentDecoded(text);
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function isWhole(parameter: string): boolean {
  const [name, value] = partsOf(parameter);
  return formOf(name)?.isWhole(value) ?? false;
}

/** More of a value that only looks whole: an escape, or a space that is encoded as a plus sign. */
const joint = /^(?:%[\da-f]|\+[a-z])/i;

/** Whether a value, with its name before it, is whole by its form, so that the word after it doesn't continue it. */
export const isWholeBefore = (parameter: string, word: string): boolean =>
  isWhole(parameter) && !joint.test(word);

/** The characters of a value at the start of a word, up to its end or a mark that neither a value nor a name contains. */
const valuePart = /^[\w%.~+:/-]*(?=[,;"'`)<>\]|*{}!?]|(?![\u00c0-\u024f])[^\x00-\x7f]|$)/;

const partOf = (word: string): string =>
  withoutTrailing(valuePart.exec(word.split(everyMark)[0] ?? '')?.[0] ?? '', '.:');

/** A mark that was opened before the URL. */
const closing = /^["'`<>)\]|}]/;

/** Whether a word, possibly alone on its line, makes a value whole, which has its name before it. */
export function completes(parameter: string, word: string, isAlone: boolean): boolean {
  const [name] = partsOf(parameter);
  const part = partOf(word);
  const isLast = isAlone || closing.test(word.slice(part.length));
  return !formOf(name)?.isAccident?.(part, isLast) && !isWhole(parameter) && isWhole(parameter + part);
}

/** Lines of a URL that was wrapped are at least this wide, except for its last one. */
const narrowestLine = 24;

/** An escape of what may follow a whole value by mistake, such as a space, that is split over two lines. */
const splitEscape = /%(?:\n(?:2[05bc]|3[bd]|0[9ad]|7c)|2\n[05bc]|3\n[bd]|0\n[9ad]|7\nc)/i;
const halfEscape = /%[\da-f]?$/i;

const continuesEscape = (parameter: string, word: string): boolean =>
  splitEscape.test(`${parameter.slice(-2)}\n${word.slice(0, 2)}`) &&
  isWhole(parameter.replace(halfEscape, ''));

/** Whether a word is a URL, and not the value of the parameter that has one. */
const isOtherUrl = (parameter: string, word: string): boolean =>
  /^https?:/i.test(word) && partsOf(parameter).join('=') !== 'redirect_uri=';

/** Whether a word is text after a value, which has its name before it: with the word, it would have no known form. */
export function isTextAfter(parameter: string, word: string): boolean {
  const part = partOf(word);
  const [name, longer] = partsOf(parameter + part);
  const form = formOf(name);
  if (form === undefined || /&|%(?:25)*26/.test(parameter + word)) return false;
  if (word.length >= narrowestLine && !isOtherUrl(parameter, word)) return false;
  if (joint.test(word) || continuesEscape(parameter, word)) return false;
  return part === '' || !form.mayGrow(part, longer);
}
