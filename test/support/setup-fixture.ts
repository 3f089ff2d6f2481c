import type { Answers } from '../../src/answers/questions.ts';
import { buildSetup, completeAnswers } from '../../src/setup-file/build.ts';
import type { Setup } from '../../src/setup-file/schema.ts';

/** RFC 7636 appendix B. */
export const rfcPair = {
  codeVerifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  codeChallenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
} as const;

/** Fixed, so that failures can be repeated, and not secret. */
export const verifier = 'q7Zt0PpXc3VbN1mL9kJh5GfDsA2wErTyUiO4-_x6Y8Q';

export const clientId = '0oaTestClientId12345';
/** With characters that each encoding spells differently. */
export const clientSecret = 'pW9-x_Z:3%+kQ~7Lm2Rt8Vb5Nc1Yd4Hs6Jf0Ge';

export const credentials = { clientId, clientSecret } as const;

/** A correct setup. */
export function sampleSetup(answers: Partial<Answers> = {}, challengeMethodRow = false): Setup {
  const complete = completeAnswers({
    region: 'NA',
    scopes: ['api:data:company', 'api:data:contact'],
    codeVerifier: verifier,
    ...credentials,
    ...answers,
  });
  return buildSetup(complete, { challengeMethodRow });
}
