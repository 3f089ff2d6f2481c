import type { Check } from '../checks/check.ts';
import { makeRedactor, type Redactor } from '../checks/redactor.ts';
import type { Subject } from '../checks/subject.ts';
import type { Context } from '../context/context.ts';
import { basicCredentials, type ClientAuthentication } from '../oauth/client-authentication.ts';
import { deriveCodeChallenge } from '../oauth/pkce.ts';
import type { LoginPlan } from './login/plan.ts';
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

/**
 * Checks a registration: the values, then, where that is asked for, what the server says to them. Offline nothing that
 * touches the network is even loaded.
 * @throws Interruption while it waits for a user or a server, Failure (usage) for a proxy setting that can't be used
 */
export async function verifySubject(subject: Subject, plan: Plan, context: Context): Promise<Check[]> {
  const offline = checkOffline(subject);
  if (!plan.online && plan.login === undefined) return offline;
  const tools = await makeTools(plan, redactorFor(subject), context);
  const { checkOnline } = await import('./online/check-online.ts');
  const online = plan.online ? await checkOnline(subject, offline, tools) : [];
  if (plan.login === undefined) return [...offline, ...online];
  const { checkLogin } = await import('./login/check-login.ts');
  return [...offline, ...online, ...(await checkLogin(subject, offline, plan.login, tools, context))];
}

async function makeTools(plan: Plan, redactor: Redactor, context: Context) {
  const { makeSend } = await import('./online/sender.ts');
  return {
    send: await makeSend(context, redactor, plan),
    redactor,
    clientAuthentication: plan.clientAuthentication,
  };
}

function redactorFor(subject: Subject): Redactor {
  const { clientId, clientSecret, codeVerifier, tokenRequest = [] } = subject;
  const redactor = makeRedactor();
  redactor.add(
    clientSecret,
    codeVerifier,
    ...tokenRequest.map(({ value }) => value),
    ...misplacedVerifiers(subject),
  );
  if (clientId && clientSecret) redactor.add(basicCredentials(clientId, clientSecret));
  return redactor;
}

/** Where verifier and challenge are swapped, the secret one stands in the place of the public one: its digest tells. */
function misplacedVerifiers({ codeVerifier, codeChallenge, authenticationRequest = [] }: Subject): string[] {
  const rows = authenticationRequest.map(({ value }) => value);
  const values = [codeChallenge, codeVerifier, ...rows].filter((value) => value !== undefined);
  return values.filter((value) => values.includes(deriveCodeChallenge(value)));
}
