import { type Check, exitCodeOf } from '../../checks/check.ts';
import { renderChecksJson, renderChecksText } from '../../checks/report.ts';
import type { Context } from '../../context/context.ts';
import { type ExitCode, Failure } from '../../errors.ts';
import { parseLoopbackUri } from '../../oauth/loopback-uri.ts';
import { print } from '../../terminal/log.ts';
import type { TerminalStyle } from '../../terminal/style.ts';
import type { LoginPlan } from '../../verify/login/plan.ts';
import { defaultTimeouts } from '../../verify/timeouts.ts';
import { verifySubject } from '../../verify/verify.ts';
import { canAnswer, refuseTwoReaders, type Seat } from '../shared/input.ts';
import type { VerifyOptions } from './definition.ts';
import { refuseForeignHosts } from './foreign-hosts.ts';
import { readSubject } from './read-subject.ts';
import type { VerifyFormat } from './verify-formats.ts';

const renderers: Record<VerifyFormat, (checks: readonly Check[], style: TerminalStyle) => string> = {
  text: renderChecksText,
  json: renderChecksJson,
};

/** `verify`: checks a setup file or single values, offline and, where asked for, on the authorization server. */
export async function run(options: VerifyOptions, context: Context): Promise<ExitCode> {
  const plan = {
    online: options.online === true,
    login: options.login ? loginPlan(options, context) : undefined,
    clientAuthentication: options.clientAuth,
    timeout: options.timeout ?? defaultTimeouts.request,
    explain: options.explain === true,
  };
  refuseContradictions(options);
  const subject = await readSubject(options, context);
  if (plan.online || plan.login !== undefined) refuseForeignHosts(subject, options.allowHost);
  const checks = await verifySubject(subject, plan, context);
  const result = renderers[options.format](checks, context.stdout.style);
  await (options.format === 'text' ? print(context.stdout, result) : context.stdout.write(result));
  return exitCodeOf(checks);
}

function refuseContradictions(options: VerifyOptions): void {
  refuseTwoReaders({
    'the setup': options.file,
    '--client-secret-file': options.clientSecretFile,
    '--code-verifier-file': options.codeVerifierFile,
  });
  const loginOnly = { '--loopback': options.loopback, '--login-timeout': options.loginTimeout };
  const stray = Object.entries(loginOnly).find(([, value]) => value !== undefined);
  if (stray !== undefined && !options.login) throw new Failure('usage', `${stray[0]} goes with --login.`);
  if (options.allowHost !== undefined && !options.online && !options.login)
    throw new Failure('usage', '--allow-host goes with --online or --login.');
}

/** @throws Failure (usage) for a bad --loopback, or where nobody is there to paste an address */
function loginPlan(options: VerifyOptions, seat: Seat): LoginPlan {
  const { file, loopback } = options;
  const parsed = loopback === undefined ? undefined : parseLoopbackUri(loopback);
  if (parsed?.ok === false) throw new Failure('usage', `--loopback ${parsed.problem}`);
  if (
    loopback === undefined &&
    !canAnswer(seat, [file, options.clientSecretFile, options.codeVerifierFile])
  ) {
    throw new Failure('usage', '--login asks for an address at the terminal, and there is none.', [
      'Give --loopback URI: then nothing has to be pasted.',
    ]);
  }
  return {
    loopback,
    refresh: options.refresh,
    seconds: options.loginTimeout ?? defaultTimeouts.login,
    open: options.open,
  };
}
