import type { Context } from '../../context/context.ts';
import { type ExitCode, Failure } from '../../errors.ts';
import { loopbackUriProblem } from '../../oauth/loopback-uri.ts';
import type { VerifyFormat, VerifyOptions } from '../../options.ts';
import type { TerminalStyle } from '../../terminal/style.ts';
import { type Check, exitCodeOf } from '../../verify/check.ts';
import type { LoginPlan } from '../../verify/login/check-login.ts';
import { renderChecksJson, renderChecksText } from '../../verify/report.ts';
import { defaultTimeouts } from '../../verify/timeouts.ts';
import { verifySubject } from '../../verify/verify.ts';
import { canAnswer, refuseTwoReaders } from '../input.ts';
import { subjectOfFile, subjectOfValues } from './read-subject.ts';

const renderers: Record<VerifyFormat, (checks: readonly Check[], style: TerminalStyle) => string> = {
  text: renderChecksText,
  json: renderChecksJson,
};

/** `verify`: checks a setup file or single values, offline and, where asked for, on the authorization server. */
export async function runVerify(
  file: string | undefined,
  options: VerifyOptions,
  context: Context,
): Promise<ExitCode> {
  const plan = {
    online: options.online === true,
    login: options.login ? loginPlan(file, options, context) : undefined,
    clientAuthentication: options.clientAuth,
    timeout: options.timeout ?? defaultTimeouts.request,
    explain: options.explain === true,
  };
  refuseContradictions(file, options);
  const subject =
    file === undefined
      ? await subjectOfValues(options, context)
      : await subjectOfFile(file, options, context);
  const checks = await verifySubject(subject, plan, context);
  await context.stdout.write(renderers[options.format](checks, context.stdout.style));
  return exitCodeOf(checks);
}

function refuseContradictions(file: string | undefined, options: VerifyOptions): void {
  refuseTwoReaders({
    'the setup': file,
    '--client-secret-file': options.clientSecretFile,
    '--code-verifier-file': options.codeVerifierFile,
  });
  const loginOnly = { '--loopback': options.loopback, '--login-timeout': options.loginTimeout };
  const stray = Object.entries(loginOnly).find(([, value]) => value !== undefined);
  if (stray !== undefined && !options.login) throw new Failure('usage', `${stray[0]} goes with --login.`);
}

/** @throws Failure (usage) for a bad --loopback, or where nobody is there to paste an address */
function loginPlan(file: string | undefined, options: VerifyOptions, context: Context): LoginPlan {
  const { loopback } = options;
  const problem = loopback === undefined ? undefined : loopbackUriProblem(loopback);
  if (problem !== undefined) throw new Failure('usage', `--loopback ${problem}`);
  if (
    loopback === undefined &&
    !canAnswer(context, [file, options.clientSecretFile, options.codeVerifierFile])
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
