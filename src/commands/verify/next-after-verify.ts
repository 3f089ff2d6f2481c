import { missingCredentials } from '../../answers/credentials.ts';
import { type Check, kindOf, linesOfFix, type Verdict, verdictOf } from '../../checks/check.ts';
import type { Subject } from '../../checks/subject.ts';
import type { Line } from '../../message.ts';
import { commandAgain } from '../shared/command-again.ts';
import { addCredentials, authorizationServer, diagnoseFailure } from '../shared/tell-next.ts';
import { definition, type VerifyOptions } from './definition.ts';

/** What the subject of a run has, as far as the next one depends on it. */
type Checked = Pick<Subject, 'file' | 'clientId' | 'clientSecret'>;

/** What to run after the verdict, in the order in which to try it; nothing if the values aren't in a file on disk. */
export function nextAfterVerify(checks: readonly Check[], subject: Checked, options: VerifyOptions): Line[] {
  const path = subject.file?.path;
  if (path === undefined) return [];
  return [
    ...steps[verdictOf(checks)](options, { checks, missing: missingCredentials(subject), path }),
    ...(leadsToDiagnose(checks, options) ? diagnoseFailure(path) : []),
  ];
}

/** Nothing more can be checked from here, or the server rejects something: Jitterbit's own sign-in may show what. */
const leadsToDiagnose = (checks: readonly Check[], { login }: VerifyOptions): boolean =>
  login === true || checks.some((check) => check.status === 'fail' && kindOf(check) !== 'offline');

/** What a run found. */
interface Outcome {
  readonly checks: readonly Check[];
  /** The credentials without which no request can be tested. */
  readonly missing: string | undefined;
  readonly path: string;
}

type NextStep = (options: VerifyOptions, outcome: Outcome) => Line[];

const again: NextStep = (options, { checks }) => {
  const hasSteps = checks.some(({ fix = [] }) => linesOfFix(fix).length > 0);
  return [
    `${hasSteps ? 'Follow the steps above. ' : ''}To check again, run:`,
    commandAgain(definition, options),
  ];
};

const deeper: NextStep = (options, { missing, path }) => {
  const { online, login } = options;
  if (login) return [];
  if (online)
    return [
      'To test a real sign-in, run:',
      commandAgain(definition, { ...options, online: false, login: true }),
    ];
  if (missing !== undefined) return addCredentials(missing, path);
  return [
    `To test these values against ${authorizationServer}, run:`,
    commandAgain(definition, { ...options, online: true }),
  ];
};

const steps: Readonly<Record<Verdict, NextStep>> = {
  fail: again,
  inconclusive: again,
  warn: deeper,
  pass: deeper,
};
