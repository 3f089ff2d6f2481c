import { type Check, kindOf } from '../checks/check.ts';
import { type Redactor, withoutSecrets } from '../checks/redactor.ts';
import { redactorOf, secretsOf } from '../checks/secrets-of.ts';
import { type Subject, subjectOfSetup } from '../checks/subject.ts';
import type { Context } from '../context/context.ts';
import type { ClientAuthentication } from '../oauth/client-authentication.ts';
import type { Setup } from '../setup-file/schema.ts';
import type { LoginContext, LoginPlan } from './login/plan.ts';
import { checkOffline, quotesNothing, withOrigins } from './offline/rules.ts';
import type { OnlineTools } from './online/online-tools.ts';

/** What to check in addition to the values. */
export interface Plan {
  readonly online: boolean;
  readonly login?: LoginPlan | undefined;
  readonly clientAuthentication: ClientAuthentication;
  /** Seconds for each request. */
  readonly timeout: number;
  /** Log each request and response on standard error. */
  readonly explain: boolean;
}

/** What checks need from the outside. */
type VerifyContext = LoginContext & Pick<Context, 'http'>;

/**
 * Checks a registration in stages, so that each can be shown before the next one waits: the values, then, if the plan
 * says so, the server, then a sign-in. Offline, no network code is even loaded.
 * @throws Interruption while it waits for a user or a server, Failure (usage) for a proxy setting that can't be used
 */
export async function* verifyInStages(
  subject: Subject,
  plan: Plan,
  context: VerifyContext,
): AsyncGenerator<Check[], void, undefined> {
  const redactor = (): Redactor => redactorOf(secretsOf(subject));
  const safe = (checks: readonly Check[]): Check[] =>
    checks.map((check) => (mayQuote(check) ? withoutSecrets(check, redactor()) : check));
  const offline = checkOffline(subject);
  const isOfflineOnly = !plan.online && plan.login === undefined;
  // Invalid settings end the run before anything is shown.
  const tools = isOfflineOnly ? undefined : await makeTools(plan, redactor(), context);
  yield subject.origins === undefined ? safe(offline) : withOrigins(safe(offline), subject);
  if (tools === undefined) return;
  if (plan.online) {
    const { checkOnline } = await import('./online/check-online.ts');
    yield safe(await checkOnline(subject, offline, tools));
  }
  if (plan.login !== undefined) {
    const { checkLogin } = await import('./login/check-login.ts');
    yield safe(await checkLogin(subject, offline, plan.login, tools, context));
  }
}

/** The offline checks that a setup fails, without its secrets. */
export function offlineFailures(setup: Setup): Check[] {
  const subject = subjectOfSetup(setup);
  const failures = checkOffline(subject).filter(({ status }) => status === 'fail');
  return failures.map((check) => withoutSecrets(check, redactorOf(secretsOf(subject))));
}

/** What a server says may be in any check against it. */
const mayQuote = (check: Check): boolean => kindOf(check) !== 'offline' || !quotesNothing(check);

async function makeTools(
  plan: Plan,
  redactor: Redactor,
  context: Pick<Context, 'stderr' | 'http'>,
): Promise<OnlineTools> {
  const { makeSend } = await import('./online/sender.ts');
  return {
    send: await makeSend(context, redactor, plan),
    redactor,
    clientAuthentication: plan.clientAuthentication,
  };
}
