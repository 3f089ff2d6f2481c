import type { Cause } from './error-cause.ts';
import { labels } from './labels.ts';
import { challengeRow, parametersOf, verifierRow } from './places.ts';

const verifier = {
  value: 'code_verifier',
  fix: `In ${verifierRow}, set ${labels.sendIn} to "${labels.requestBody}", and the value to the code verifier that belongs to the code challenge.`,
  right: 'setup',
  inFile: ['pkce.verifier', 'parameters.token-request'],
} as const;

/** The rows of the PKCE pair, and of its method. */
export const pairCauses = {
  challengeRow: {
    value: 'code_challenge',
    says: `The code_challenge row is missing, or its ${labels.sendIn} isn't ${labels.requestUrl}.`,
    fix: `In ${challengeRow}, set ${labels.sendIn} to "${labels.requestUrl}", and the value to the code challenge of your pair.`,
    right: 'codeChallenge',
    check: 'request.code-challenge',
    ruledOut: () => 'The code_challenge in the request has a valid format.',
    formIsEnough: true,
  },
  challengeForm: {
    value: 'code_challenge',
    says: 'The value of the code_challenge row isn\'t a code challenge, which has exactly 43 characters: letters, digits, "-", and "_".',
    fix: `Set the value of ${challengeRow} to the code challenge of your pair.`,
    right: 'codeChallenge',
    check: 'request.code-challenge',
    ruledOut: () => 'The code_challenge in the request has a valid format.',
    formIsEnough: true,
    inFile: ['pkce.challenge'],
  },
  challenge: {
    value: 'code_challenge',
    says: "The code_challenge row wasn't derived from the code verifier in the code_verifier row.",
    fix: `Set the value of ${challengeRow} to the code challenge of your pair.`,
    right: 'codeChallenge',
    check: 'request.code-challenge',
    ruledOut: ({ source }) => `The code_challenge in the request matches the code verifier in ${source}.`,
    inFile: ['pkce.challenge'],
  },
  methodRow: {
    value: 'code_challenge_method',
    says: 'The code_challenge_method row is missing, so the server may have assumed plain (RFC 7636 section 4.3).',
    fix: `In ${parametersOf('authenticationRequest')}, add the row code_challenge_method = S256, and set ${labels.sendIn} to "${labels.requestUrl}".`,
    check: 'request.code-challenge-method',
    ruledOut: () => 'The request has code_challenge_method S256.',
    lacking: 'code_challenge_method',
  },
  method: {
    value: 'code_challenge_method',
    says: "The code_challenge_method row is missing or isn't set to S256.",
    fix: `In ${parametersOf('authenticationRequest')}, make sure that there is a row code_challenge_method = S256, with ${labels.sendIn} set to ${labels.requestUrl}.`,
    check: 'request.code-challenge-method',
    ruledOut: () => 'The request has code_challenge_method S256.',
    inFile: ['parameters.authentication-request'],
  },
  verifierRow: {
    ...verifier,
    says: `The code_verifier row is missing, has the wrong value, or its ${labels.sendIn} isn't ${labels.requestBody}.`,
    rotated: `The pair was rotated, so the code_verifier row may still contain the previous code verifier. It may also be missing, or its ${labels.sendIn} may not be ${labels.requestBody}.`,
  },
  noVerifier: {
    ...verifier,
    says: `The code_verifier row is missing or empty, or its ${labels.sendIn} isn't ${labels.requestBody}.`,
  },
} as const satisfies Record<string, Cause>;
