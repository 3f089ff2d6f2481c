import type { CauseName } from '../../facts/error-causes.ts';
import { documentedScopes, openIdScopes, otherScopes, riskyScopes } from '../../facts/scopes.ts';
import type { FoundParameter } from '../evidence/evidence.ts';
import { isJitterbits } from './quoted-redirect-uri.ts';

/** A parameter whose value errors quote, and the causes that the value can confirm or rule out. */
interface Quotable {
  readonly name: string;
  readonly causes: readonly CauseName[];
  readonly valuesIn: (words: string) => string[];
}

const uri = /https?:\/\/[^\s'"<>()]{1,300}/gi;

/** A Client ID has a digit, unlike the words that may be in its place. */
const clientId =
  /\bclient(?:[ _-]?id)?['"]?(?: parameter| value| not found)?[\s:='"(]{1,4}((?=[^\s\d]{0,99}\d)[^\s'"()<>&,;]{8,100})/gi;

const known = [...documentedScopes, ...otherScopes, ...riskyScopes, ...openIdScopes];
const knownScope = new RegExp(`(?<![\\w:./-])(?:${known.join('|')})(?![\\w/-]|:\\w)`, 'g');
const namedScope =
  /(?<![a-z])scopes?['"]?(?: parameter| value)?[\s:='"([]{1,4}([a-z][\w.-]{0,60}(?::(?!\/)[\w.-]{1,60}){1,4})/gi;

/** Introduces what the server would accept, or what it needs. */
const accepted =
  /\b(?:is|are) required\b|\brequires?\b|\bexpected\b|(?<!not |n't |in)\b(?:valid|allowed|supported|available|granted|permitted|configured)(?: scopes?| values?)?(?: are)?\s?[:=]/i;

const quotable: readonly Quotable[] = [
  {
    name: 'redirect_uri',
    causes: ['redirectUris'],
    valuesIn: (words) =>
      single([...words.matchAll(uri)].map(([found]) => withoutStop(found)).filter(isJitterbits)),
  },
  {
    name: 'client_id',
    causes: ['clientId', 'clientIdOfToken'],
    valuesIn: (words) => single([...words.matchAll(clientId)].map(([, found = '']) => withoutStop(found))),
  },
  {
    name: 'scope',
    causes: ['scopes'],
    valuesIn: (words) =>
      accepted.test(words)
        ? []
        : distinct([
            ...[...words.matchAll(knownScope)].map(([found]) => found),
            ...[...words.matchAll(namedScope)].map(([, found = '']) => withoutStop(found)),
          ]),
  },
];

/** Without the mark that ends a sentence, unlike the dots of a value that is cut. */
const withoutStop = (found: string): string => found.replace(/(?<![.,:!?])[.,:!?]$/, '');

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

/** Of several values, an error doesn't say which one was sent. */
function single(values: readonly string[]): string[] {
  const all = distinct(values);
  return all.length === 1 ? all : [];
}

/**
 * The values of the request that an error is about: those that its words quote, and those in the URL of its page. Foreign
 * text, possibly a secret.
 */
export const quotedValues = (
  words: string,
  parameters: readonly FoundParameter[],
  causes: readonly CauseName[],
): FoundParameter[] =>
  quotable
    .filter((each) => each.causes.some((cause) => causes.includes(cause)))
    .flatMap(({ name, valuesIn }) => {
      const inUrl = parameters.filter((parameter) => parameter.name === name && parameter.value !== '');
      const inWords = valuesIn(words).map((value) => ({ name, value }));
      return inWords.length > 0 ? inWords : inUrl;
    });
