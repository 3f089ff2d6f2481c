import { type Check, kindOf } from '../checks/check.ts';
import { makeRedactor, type Redactor, withoutSecrets } from '../checks/redactor.ts';
import { secretsOf } from '../checks/secrets-of.ts';
import type { Subject } from '../checks/subject.ts';
import type { Context } from '../context/context.ts';
import type { ClientAuthentication } from '../oauth/client-authentication.ts';
import type { LoginContext, LoginPlan } from './login/plan.ts';
import { checkOffline } from './offline/rules.ts';

/** What is to be checked besides the values themselves. */
export interface Plan {
  readonly online: boolean;
  readonly login?: LoginPlan | undefined;
  readonly clientAuthentication: ClientAuthentication;
  /** Seconds for each request. */
  readonly timeout: number;
  /** Narrate each request on standard error. */
  readonly explain: boolean;
}

/** What checks use of the outside. */
type VerifyContext = LoginContext & Pick<Context, 'http'>;

/**
 * Checks a registration: the values, then, where that is asked for, what the server says to them. Offline nothing that
 * touches the network is even loaded.
 * @throws Interruption while it waits for a user or a server, Failure (usage) for a proxy setting that can't be used
 */
export async function verifySubject(subject: Subject, plan: Plan, context: VerifyContext): Promise<Check[]> {
  const redactor = redactorFor(subject);
  const safe = (checks: readonly Check[]): Check[] =>
    checks.map((check) => (mayQuote(check) ? withoutSecrets(check, redactor) : check));
  const offline = checkOffline(subject);
  if (!plan.online && plan.login === undefined) return safe(offline);
  const tools = await makeTools(plan, redactor, context);
  const { checkOnline } = await import('./online/check-online.ts');
  const online = plan.online ? await checkOnline(subject, offline, tools) : [];
  if (plan.login === undefined) return safe([...offline, ...online]);
  const { checkLogin } = await import('./login/check-login.ts');
  const login = await checkLogin(subject, offline, plan.login, tools, context);
  return safe([...offline, ...online, ...login]);
}

/** What passes offline is told in words of our own alone. */
const mayQuote = (check: Check): boolean => check.status !== 'pass' || kindOf(check) !== 'offline';

async function makeTools(plan: Plan, redactor: Redactor, context: Pick<Context, 'stderr' | 'http'>) {
  const { makeSend } = await import('./online/sender.ts');
  return {
    send: await makeSend(context, redactor, plan),
    redactor,
    clientAuthentication: plan.clientAuthentication,
  };
}

function redactorFor(subject: Subject): Redactor {
  const redactor = makeRedactor();
  redactor.add(...secretsOf(subject));
  return redactor;
}
