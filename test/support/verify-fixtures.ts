import { type Check, linesOfFix } from '../../src/checks/check.ts';
import { type Subject, subjectOfSetup } from '../../src/checks/subject.ts';
import type { HttpAnswer } from '../../src/context/http.ts';
import { plainText } from '../../src/terminal/layout.ts';
import { checkOffline } from '../../src/verify/offline/rules.ts';
import { sampleSetup } from './setup-fixture.ts';

export const goodSubject = (changes: Partial<Subject> = {}): Subject => ({
  ...subjectOfSetup(sampleSetup(), { name: 'zoominfo.json', readableByOthers: false }),
  ...changes,
});

/** The offline check with this id, for a correct setup with these changes. */
export function offlineCheck(id: string, changes: Partial<Subject>): Check {
  return checkNamed(id, checkOffline(goodSubject(changes)));
}

export function checkNamed(id: string, checks: readonly Check[]): Check {
  const found = checks.find((check) => check.id === id);
  if (found === undefined)
    throw new Error(`no check ${id} among ${checks.map((check) => check.id).join(' ')}`);
  return found;
}

/** The fix, in one line. */
export const fixText = ({ fix = '' }: Pick<Check, 'fix'>): string =>
  plainText(linesOfFix(fix)).replaceAll('\n', ' ');

/** A response of a server. A body that isn't text is sent as JSON. */
export const httpAnswer = (
  status: number,
  body: string | object = '',
  headers: HttpAnswer['headers'] = {},
): HttpAnswer => ({
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
