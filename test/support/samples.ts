import { type Answers, defaultAnswers } from '../../src/answers/questions.ts';
import { buildSetup } from '../../src/setup-file/build.ts';
import type { Setup } from '../../src/setup-file/schema.ts';

/** RFC 7636 appendix B. */
export const rfcPair = {
  codeVerifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  codeChallenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
} as const;

/** Forty-three characters that no test elsewhere uses. */
export const verifier = 'q7Zt0PpXc3VbN1mL9kJh5GfDsA2wErTyUiO4-_x6Y8Q';

export const clientId = '0oaTestClientId12345';
export const clientSecret = 'tEst-client_secret~with+signs';

export function sampleSetup(answers: Partial<Answers> = {}): Setup {
  const complete: Answers = {
    ...defaultAnswers,
    region: 'NA',
    scopes: ['api:data:company', 'api:data:contact'],
    clientId,
    clientSecret,
    codeVerifier: verifier,
    ...answers,
  };
  return buildSetup(complete, { challengeMethodRow: false });
}
