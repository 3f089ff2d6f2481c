import { type Check, exitCodeOf } from '../../checks/check.ts';
import { renderChecks, renderChecksJson, renderVerdict } from '../../checks/report.ts';
import type { Subject } from '../../checks/subject.ts';
import type { Context } from '../../context/context.ts';
import { type ExitCode, Failure } from '../../errors.ts';
import { parseLoopbackUri } from '../../oauth/loopback-uri.ts';
import { print, warn } from '../../terminal/log.ts';
import type { Output } from '../../terminal/output.ts';
import type { LoginPlan } from '../../verify/login/plan.ts';
import { defaultTimeouts } from '../../verify/timeouts.ts';
import { verifyInStages } from '../../verify/verify.ts';
import { refuseTwoReaders, type Seat, whyNoPrompts } from '../shared/input.ts';
import type { VerifyOptions } from './definition.ts';
import { refuseForeignHosts } from './foreign-hosts.ts';
import { idleOptions, idleVariables } from './idle-options.ts';
import { nextAfterVerify } from './next-after-verify.ts';
import { readSubject } from './read-subject.ts';
import type { VerifyFormat } from './verify-formats.ts';
import { warnOfTexts } from './warn-of-texts.ts';

/** The checks of each stage as they come. */
type Stages = AsyncIterable<readonly Check[]>;

/** Writes the result; text appears stage by stage, since the next one may wait for a server or a user. */
const writers: Record<
  VerifyFormat,
  (stages: Stages, to: Output, options: VerifyOptions, subject: Subject) => Promise<Check[]>
> = {
  text: async (stages, stdout, options, subject) => {
    const checks: Check[] = [];
    for await (const stage of stages) {
      checks.push(...stage);
      await print(stdout, `${renderChecks(stage, stdout.style)}\n`);
    }
    await print(stdout, renderVerdict(checks, stdout.style, nextAfterVerify(checks, subject, options)));
    return checks;
  },
  json: async (stages, stdout) => {
    const checks: Check[] = [];
    for await (const stage of stages) checks.push(...stage);
    await stdout.write(renderChecksJson(checks, stdout.style));
    return checks;
  },
};

/** `verify`: checks a setup file or single values, offline and, on request, against the authorization server. */
export async function run(options: VerifyOptions, context: Context): Promise<ExitCode> {
  const plan = {
    online: options.online === true,
    login: options.login ? loginPlan(options, context) : undefined,
    clientAuthentication: options.clientAuth,
    timeout: options.timeout ?? defaultTimeouts.request,
    explain: options.explain === true,
  };
  refuseContradictions(options);
  for (const idle of idleOptions(options)) await warn(context.stderr, idle);
  const subject = await readSubject(options, context);
  for (const idle of idleVariables(subject)) await warn(context.stderr, idle);
  if (plan.online || plan.login !== undefined) refuseForeignHosts(subject, options.allowHost);
  await warnOfTexts(subject, context);
  const stages = verifyInStages(subject, plan, context);
  return exitCodeOf(await writers[options.format](stages, context.stdout, options, subject));
}

function refuseContradictions(options: VerifyOptions): void {
  refuseTwoReaders({
    'The setup': options.file,
    '--client-secret-file': options.clientSecretFile,
    '--code-verifier-file': options.codeVerifierFile,
  });
  const loginOnly = { '--loopback': options.loopback, '--login-timeout': options.loginTimeout };
  const stray = Object.entries(loginOnly).find(([, value]) => value !== undefined);
  if (stray !== undefined && !options.login) throw new Failure('usage', `${stray[0]} requires --login.`);
  if (options.allowHost !== undefined && !options.online && !options.login)
    throw new Failure('usage', '--allow-host requires --online or --login.');
}

/** @throws Failure (usage) for an invalid --loopback, or if no URL can be pasted */
function loginPlan(options: VerifyOptions, seat: Seat): LoginPlan {
  const { file, loopback } = options;
  const parsed = loopback === undefined ? undefined : parseLoopbackUri(loopback);
  if (parsed?.ok === false) throw new Failure('usage', `--loopback ${parsed.problem}`);
  const obstacle = whyNoPrompts(seat, [file, options.clientSecretFile, options.codeVerifierFile]);
  if (loopback === undefined && obstacle !== undefined)
    throw new Failure('usage', `--login can't prompt for the URL, because ${obstacle}.`, [
      'Use --loopback <uri> instead, which needs no prompt.',
    ]);
  return {
    loopback,
    refresh: options.refresh,
    seconds: options.loginTimeout ?? defaultTimeouts.login,
    open: options.open,
  };
}
