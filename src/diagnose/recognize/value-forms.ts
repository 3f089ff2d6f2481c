import { looksLikeClientId } from '../../answers/credentials.ts';
import { redirectUriOf, regionNames } from '../../facts/regions.ts';
import { documentedScopes, openIdScopes, otherScopes, riskyScopes } from '../../facts/scopes.ts';
import { knownCode } from '../../oauth/error-codes.ts';
import { challengeLength } from '../../oauth/pkce.ts';
import { lookup } from '../../text/lookup.ts';
import { percentDecoded } from '../../text/percent-encoding.ts';
import { withoutTrailing } from '../../text/trim-end.ts';
import { everyMark } from './encoded-marks.ts';

const challenge = new RegExp(`^[\\w-]{${challengeLength}}$`);
/** The hexadecimal hash that people enter instead is longer. No code challenge looks like its beginning. */
const hexadecimal = /^(?:[\da-f]+|[\dA-F]+)$/;

const knownScopes = [...documentedScopes, ...otherScopes, ...riskyScopes, ...openIdScopes];
const redirectUris = regionNames.map(redirectUriOf);
const lastScope = (value: string): string => value.split(/[ +]/).at(-1) ?? '';

/** What the right values of a parameter look like. */
interface Form {
  /** Nothing can follow the value. */
  readonly isWhole: (value: string) => boolean;
  /** Whether a part of a line may be in a value, even in a wrong one, that becomes so long by it. */
  readonly mayGrow: (part: string, longer: string) => boolean;
  /** Whether a part of a line, or all of it, that makes the value whole does so by accident. */
  readonly isAccident?: (part: string, isAlone: boolean) => boolean;
}

const oneOf = (...rights: readonly string[]): Form => ({
  isWhole: (value) => rights.includes(value),
  mayGrow: (_, longer) => rights.some((right) => right.startsWith(longer)),
});

/** A word, a name, an abbreviation, a number after one, a status, or a date. Shorter ones are too often random. */
const wordLike =
  /^(?:[A-Z]?[a-z]{3,}|(?:[A-Z][a-z]+-?){2,}|[A-Z]{4,}|[A-Z]{2,}-?\d{2,}|[1-5][0-2]\d|\d{4}-\d\d.*)$/;

/** A word or a number, with which a text may begin. */
const shortWord = /^(?:[A-Z]?[a-z]+|[A-Z]+|\d+)$/;

/** Random characters, which are seldom a word or only letters. */
const random = (isWhole: Form['isWhole']): Form => ({
  isWhole,
  mayGrow: (part) => part.length >= 10 && /\d/.test(part) && !wordLike.test(part),
  isAccident: (part, isAlone) => wordLike.test(part) || (!isAlone && shortWord.test(part)),
});

const forms: Readonly<Record<string, Form>> = {
  response_type: oneOf('code'),
  client_id: random(looksLikeClientId),
  redirect_uri: { ...oneOf(...redirectUris), isWhole: (value) => value.endsWith('authcode') },
  scope: {
    isWhole: (value) => knownScopes.includes(lastScope(value)),
    mayGrow: (part, longer) =>
      /[%,]|[a-z]:[a-z]/i.test(part) || knownScopes.some((scope) => scope.startsWith(lastScope(longer))),
  },
  code_challenge: random((value) => challenge.test(value) && !hexadecimal.test(value)),
  code_challenge_method: oneOf('S256'),
  error: { isWhole: (value) => knownCode(value) !== undefined, mayGrow: () => true },
};

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
  return lookup(forms, name)?.isWhole(value) ?? false;
}

/** More of a value that only looks whole: an escape, or a space that is encoded as a plus sign. */
const joint = /^(?:%[\da-f]|\+[a-z])/i;

/** Whether a value, with its name before it, is whole by its form, so that the word after it doesn't continue it. */
export const isWholeBefore = (parameter: string, word: string): boolean =>
  isWhole(parameter) && !joint.test(word);

/** The characters of a value at the start of a word, up to its end or a mark that no value contains. */
const valuePart = /^[\w%.~+:/-]*(?=[,;"'`)<>\]|*{}!?]|[^\x00-\x7f]|$)/;

const partOf = (word: string): string =>
  withoutTrailing(valuePart.exec(word.split(everyMark)[0] ?? '')?.[0] ?? '', '.:');

/** Whether a word, possibly alone on its line, makes a value whole, which has its name before it. */
export function completes(parameter: string, word: string, isAlone: boolean): boolean {
  const [name] = partsOf(parameter);
  const part = partOf(word);
  return (
    !lookup(forms, name)?.isAccident?.(part, isAlone) && !isWhole(parameter) && isWhole(parameter + part)
  );
}

/** Lines of a URL that was wrapped are at least this wide, except for its last one. */
const narrowestLine = 24;

const halfEscape = /%[\da-f]?$/i;

/** Whether a word is a URL, and not the value of the parameter that has one. */
const isOtherUrl = (parameter: string, word: string): boolean =>
  /^https?:/i.test(word) && partsOf(parameter).join('=') !== 'redirect_uri=';

/** Whether a word is text after a value, which has its name before it: with the word, it would have no known form. */
export function isTextAfter(parameter: string, word: string): boolean {
  const part = partOf(word);
  const [name, longer] = partsOf(parameter + part);
  const form = lookup(forms, name);
  if (form === undefined || /&|%(?:25)*26/.test(parameter + word)) return false;
  if (word.length >= narrowestLine && !isOtherUrl(parameter, word)) return false;
  if (joint.test(word) || isWhole(parameter.replace(halfEscape, ''))) return false;
  return part === '' || !form.mayGrow(part, longer);
}
