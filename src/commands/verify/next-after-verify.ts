import { type Check, type Verdict, verdictOf } from '../../checks/check.ts';
import type { Line } from '../../message.ts';
import { commandAgain } from '../shared/command-again.ts';
import { authorizationServer, diagnoseFailure } from '../shared/tell-next.ts';
import { definition, type VerifyOptions } from './definition.ts';

/** What to run after the verdict, in the order in which to try it. @param file undefined if it isn't a file on disk */
export function nextAfterVerify(
  checks: readonly Check[],
  file: string | undefined,
  options: VerifyOptions,
): Line[] {
  if (file === undefined) return [];
  const verdict = verdictOf(checks);
  const step = steps[verdict](options);
  return [
    ...(step === undefined ? [] : [step.says, commandAgain(definition, { ...options, ...step.changes })]),
    ...(leadsToDiagnose(verdict, options) ? diagnoseFailure(file) : []),
  ];
}

/** Nothing more can be checked from here, or the server rejects something: Jitterbit's own sign-in may show what. */
const leadsToDiagnose = (verdict: Verdict, { online, login }: VerifyOptions): boolean =>
  login === true || (verdict === 'fail' && online === true);

/** Another run, with the options of this one except for `changes`. */
interface NextStep {
  readonly says: string;
  readonly changes?: Partial<VerifyOptions>;
}

const deeper = ({ online, login }: VerifyOptions): NextStep | undefined => {
  if (login) return undefined;
  return online
    ? { says: 'To test a real sign-in, run:', changes: { online: false, login: true } }
    : {
        says: `To test these values against ${authorizationServer}, run:`,
        changes: { online: true },
      };
};

const steps: Readonly<Record<Verdict, (options: VerifyOptions) => NextStep | undefined>> = {
  fail: () => ({ says: 'Follow the steps above. To check again, run:' }),
  inconclusive: () => ({ says: 'Follow any steps above. To check again, run:' }),
  warn: deeper,
  pass: deeper,
};
