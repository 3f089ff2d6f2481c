import { type Check, kindOf, type Verdict, verdictOf } from '../../checks/check.ts';
import type { Line } from '../../message.ts';
import { programName } from '../../terminal/program-words.ts';

/**
 * What to run after the verdict, in the order in which to try it.
 * @param path the setup file; undefined if the values came from options or standard input
 */
export function nextAfterVerify(checks: readonly Check[], path: string | undefined): Line[] {
  if (path === undefined) return [];
  const asked = flagsOf(checks);
  const verdict = verdictOf(checks);
  const { says, flags } = steps[verdict](asked) ?? {};
  const verify: Line[] =
    says === undefined ? [] : [says, { command: [programName, 'verify', path, ...(flags ?? asked)] }];
  return [...verify, ...(leadsToDiagnose(verdict, asked) ? diagnose(path) : [])];
}

/** Nothing more can be checked from here, or the server rejects something: Jitterbit's own sign-in may show what. */
const leadsToDiagnose = (verdict: Verdict, asked: readonly Flag[]): boolean =>
  (verdict === 'fail' && asked.length > 0) || asked.includes('--login');

const diagnose = (path: string): Line[] => [
  'To find the wrong value if a sign-in fails in Jitterbit, run:',
  { command: [programName, 'diagnose', path] },
];

type Flag = '--online' | '--login';

interface NextStep {
  readonly says: string;
  /** Those of this run, if not given. */
  readonly flags?: readonly Flag[];
}

const deeper = (asked: readonly Flag[]): NextStep | undefined => {
  if (asked.includes('--login')) return undefined;
  return asked.includes('--online')
    ? { says: 'To test a real sign-in, run:', flags: ['--login'] }
    : { says: 'To test the registration against the authorization server, run:', flags: ['--online'] };
};

const steps: Readonly<Record<Verdict, (asked: readonly Flag[]) => NextStep | undefined>> = {
  fail: () => ({ says: 'Follow the steps above. To check again, run:' }),
  inconclusive: () => ({ says: 'Follow any steps above. To check again, run:' }),
  warn: deeper,
  pass: deeper,
};

/** The flags that requested these checks. */
function flagsOf(checks: readonly Check[]): Flag[] {
  const kinds = new Set(checks.map(kindOf));
  return (['online', 'login'] as const).filter((kind) => kinds.has(kind)).map((kind) => `--${kind}` as const);
}
