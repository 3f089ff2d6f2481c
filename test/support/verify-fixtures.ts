import type { Answers } from '../../src/answers/questions.ts';
import type { HttpAnswer } from '../../src/context/http.ts';
import { buildSetup, completeAnswers } from '../../src/setup-file/build.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import type { Check } from '../../src/verify/check.ts';
import { checkOffline } from '../../src/verify/offline/rules.ts';
import { type Subject, subjectOfSetup } from '../../src/verify/subject.ts';

/** Not random, so that a failure can be repeated; not secret either. */
export const codeVerifier = 'q8Jt3vX0mZpYw1rKc5LhN7sDfG2bVxT9aEoUiPyQ4kM';

export const credentials = {
  clientId: '0oa1b2c3d4e5f6g7h8i9',
  clientSecret: 'pW9-x_Z:3%+kQ~7Lm2Rt8Vb5Nc1Yd4Hs6Jf0Ge',
} as const;

/** A setup in which everything is right. */
export function goodSetup(answers: Partial<Answers> = {}, challengeMethodRow = false): Setup {
  const complete = completeAnswers({
    region: 'NA',
    scopes: ['api:data:company', 'api:data:contact'],
    codeVerifier,
    ...credentials,
    ...answers,
  });
  return buildSetup(complete, { challengeMethodRow });
}

export const goodSubject = (changes: Partial<Subject> = {}): Subject => ({
  ...subjectOfSetup(goodSetup(), { name: 'zoominfo.json', readableByOthers: false }),
  ...changes,
});

/** The offline check with this id, for a good setup with these changes. */
export function offlineCheck(id: string, changes: Partial<Subject>): Check {
  return checkNamed(id, checkOffline(goodSubject(changes)));
}

export function checkNamed(id: string, checks: readonly Check[]): Check {
  const found = checks.find((check) => check.id === id);
  if (found === undefined)
    throw new Error(`no check ${id} among ${checks.map((check) => check.id).join(' ')}`);
  return found;
}

/** An answer as a server sends it; what is no text goes out as JSON. */
export const httpAnswer = (
  status: number,
  body: string | object = '',
  headers: HttpAnswer['headers'] = {},
): HttpAnswer => ({
  ok: true,
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
