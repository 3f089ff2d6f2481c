import { credentialMixUp } from '../../answers/credentials.ts';
import { type Check, type Verdict, verdictOf } from '../../checks/check.ts';
import type { Subject } from '../../checks/subject.ts';
import type { CommandWords, Line } from '../../message.ts';
import { programName } from '../../terminal/program-words.ts';
import { commandAgain } from '../shared/command-again.ts';
import { definition, type VerifyOptions } from './definition.ts';

/** What to run after the verdict, in the order in which to try it. Nothing if the values didn't come from a file. */
export function nextAfterVerify(
  checks: readonly Check[],
  { file, clientId, clientSecret }: Pick<Subject, 'file' | 'clientId' | 'clientSecret'>,
  options: VerifyOptions,
): Line[] {
  const path = file?.path;
  if (path === undefined) return [];
  const verdict = verdictOf(checks);
  const step = steps[verdict](options);
  const values = { ...options, ...step?.changes };
  const isMixedUp = options.clientId !== undefined && credentialMixUp(clientId, clientSecret) !== undefined;
  const command = isMixedUp ? withoutClientId(values) : commandAgain(definition, values);
  return [
    ...(step === undefined ? [] : [step.says, command]),
    ...(leadsToDiagnose(verdict, options) ? diagnose(path) : []),
  ];
}

/** The value may be the Client Secret, so the user types it. */
const withoutClientId = (values: VerifyOptions): CommandWords => ({
  ...commandAgain(definition, { ...values, clientId: undefined }),
  usage: '--client-id <id>',
});

/** Nothing more can be checked from here, or the server rejects something: Jitterbit's own sign-in may show what. */
const leadsToDiagnose = (verdict: Verdict, { online, login }: VerifyOptions): boolean =>
  login === true || (verdict === 'fail' && online === true);

const diagnose = (path: string): Line[] => [
  'To find the wrong value if a sign-in fails in Jitterbit, run:',
  { command: [programName, 'diagnose', path] },
];

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
        says: 'To test the registration against the authorization server, run:',
        changes: { online: true },
      };
};

const steps: Readonly<Record<Verdict, (options: VerifyOptions) => NextStep | undefined>> = {
  fail: () => ({ says: 'Follow the steps above. To check again, run:' }),
  inconclusive: () => ({ says: 'Follow any steps above. To check again, run:' }),
  warn: deeper,
  pass: deeper,
};
