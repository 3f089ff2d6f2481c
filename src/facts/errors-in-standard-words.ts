import { type KnownError, meanings } from './error-meaning.ts';

/** The explanations of the codes in RFC 6749, which servers send as they are. They list what can be wrong. */
export const errorsInStandardWords: readonly KnownError[] = [
  { words: /or is otherwise malformed/i, ...meanings.invalidRequest },
  { words: /provided authorization grant|grant request is invalid/i, ...meanings.rejectedGrant },
  { words: /authorization server denied the request/i, ...meanings.accessDenied },
  {
    words: /does not support obtaining an authorization code/i,
    ...meanings.responseType,
  },
  {
    words: /is not authorized to (?:request an authorization code|use this authorization grant)/i,
    ...meanings.grantType,
  },
  {
    words: /unexpected condition (?:which|that) prevented it|temporary overloading or maintenance/i,
    ...meanings.internalProblem,
  },
];
