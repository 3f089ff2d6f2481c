import { looksLikeClientId } from '../../answers/credentials.ts';
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

const knownScopes: ReadonlySet<string> = new Set([
  ...documentedScopes,
  ...otherScopes,
  ...riskyScopes,
  ...openIdScopes,
]);

/** For each parameter, whether a value has the form of a right one, so that nothing can follow. */
const forms: Readonly<Record<string, (value: string) => boolean>> = {
  response_type: (value) => value === 'code',
  client_id: looksLikeClientId,
  redirect_uri: (value) => value.endsWith('authcode'),
  scope: (value) => knownScopes.has(value.split(/[ +]/).at(-1) ?? ''),
  code_challenge: (value) => challenge.test(value) && !hexadecimal.test(value),
  code_challenge_method: (value) => value === 'S256',
  error: (value) => knownCode(value) !== undefined,
};

/** Values without words in them. */
const random: readonly string[] = ['client_id', 'code_challenge'];

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
  return lookup(forms, name)?.(value) ?? false;
}

/** More of a value that only looks whole: an escape, or a space that is encoded as a plus sign. */
const joint = /^(?:%[\da-f]|\+[a-z])/i;

/** Whether a value, with its name before it, is whole by its form, so that the word after it doesn't continue it. */
export const isWholeBefore = (parameter: string, word: string): boolean =>
  isWhole(parameter) && !joint.test(word);

/** The characters of a value at the start of a word. */
const valuePart = /^[\w%.~+:/-]*/;

const partOf = (word: string): string =>
  withoutTrailing(valuePart.exec(word.split(everyMark)[0] ?? '')?.[0] ?? '', '.:');

/** Whether a word makes a value whole, which has its name before it. */
export const completes = (parameter: string, word: string): boolean =>
  !isWhole(parameter) && isWhole(parameter + partOf(word));

/** The name of a person or a place, in any case. */
const nameLike = /^@?\p{L}[\p{L}.'-]{0,19}[,!?:]*$/u;

/** Whether a word is rather a name than a part of this parameter, whose right values have no words. */
export const isNameAfter = (parameter: string, word: string): boolean =>
  random.includes(partsOf(parameter)[0]) && nameLike.test(word);

/** Whether the form of this parameter's right values is known. */
export const hasForm = (parameter: string): boolean => lookup(forms, partsOf(parameter)[0]) !== undefined;
