import { looksLikeClientId } from '../../answers/credentials.ts';
import { redirectUriOf, regionNames } from '../../facts/regions.ts';
import { knownScopes, openIdScopes } from '../../facts/scopes.ts';
import { knownCode } from '../../oauth/error-codes.ts';
import { challengeLength } from '../../oauth/pkce.ts';
import { lookup } from '../../text/lookup.ts';

const challenge = new RegExp(`^[\\w-]{${challengeLength}}$`);
/** The hexadecimal hash that people enter instead is longer. No code challenge looks like its beginning. */
const hexadecimal = /^(?:[\da-f]+|[\dA-F]+)$/;

const possibleScopes = [...knownScopes, ...openIdScopes];
const redirectUris = regionNames.map(redirectUriOf);
const lastScope = (value: string): string => value.split(/[ +]/).at(-1) ?? '';

/** What the right values of a parameter look like. */
interface Form {
  /** Nothing can follow the value. */
  readonly isWhole: (value: string) => boolean;
  /** Whether a part of a line may be in a value, even in a wrong one, that becomes so long by it. */
  readonly mayGrow: (part: string, longer: string) => boolean;
  /** Whether a part of a line, after which the URL surely ends or not, makes the value whole by accident. */
  readonly isAccident?: (part: string, isLast: boolean) => boolean;
}

const oneOf = (...rights: readonly string[]): Form => ({
  isWhole: (value) => rights.includes(value),
  mayGrow: (_, longer) => rights.some((right) => right.startsWith(longer)),
});

/** A word, a name, an abbreviation, a number after one, a status, a date, or a rule. Shorter ones are too often random. */
const wordLike =
  /^(?:[A-Z]?[a-z]{3,}|(?:[A-Z][a-z]+-?){2,}|[A-Z]{4,}|[A-Z]{2,}-?\d{2,}|[1-5][0-2]\d|\d{4}-\d\d.*|[-_]{2,})$/;

/** A word or a number, with which a text may begin. */
const shortWord = /^(?:[A-Z]?[a-z]+|[A-Z]+|\d+)$/;

/** Random characters, which are seldom a word or only letters. */
const random = (isWhole: Form['isWhole']): Form => ({
  isWhole,
  mayGrow: (part) => part.length >= 10 && /\d/.test(part) && !wordLike.test(part),
  isAccident: (part, isLast) => wordLike.test(part) || (!isLast && shortWord.test(part)),
});

const forms: Readonly<Record<string, Form>> = {
  response_type: oneOf('code'),
  client_id: random(looksLikeClientId),
  redirect_uri: { ...oneOf(...redirectUris), isWhole: (value) => value.endsWith('authcode') },
  scope: {
    isWhole: (value) => possibleScopes.includes(lastScope(value)),
    mayGrow: (part, longer) =>
      /[%,]|[a-z]:[a-z]/i.test(part) || possibleScopes.some((scope) => scope.startsWith(lastScope(longer))),
  },
  code_challenge: random((value) => challenge.test(value) && !hexadecimal.test(value)),
  code_challenge_method: oneOf('S256'),
  error: { isWhole: (value) => knownCode(value) !== undefined, mayGrow: () => true },
};

/** What the right values of a parameter look like, if that is known. */
export const formOf = (name: string): Form | undefined => lookup(forms, name);
