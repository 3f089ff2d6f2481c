import type { Check } from '../../checks/check.ts';
import { checkOf, skipped } from '../../checks/finding.ts';
import { urlHoldsSecret } from '../../checks/secrets-of.ts';
import type { Subject } from '../../checks/subject.ts';
import { randomText } from '../../oauth/random-text.ts';
import { warn } from '../../terminal/log.ts';
import { keysOf } from '../../text/lookup.ts';
import { registrationFor } from '../online/needs.ts';
import type { OnlineTools } from '../online/online-tools.ts';
import { authorizationUrlOf, exposing } from '../online/registration.ts';
import { type Arrival, arriveByLoopback, arriveByPaste } from './arrivals.ts';
import { judgeCallback, nobodyCame } from './authorization.ts';
import { exchangeCode } from './exchange.ts';
import { type Login, type LoginContext, type LoginFindings, type LoginPlan, loginChecks } from './plan.ts';

const allSkipped = (why: string): LoginFindings => {
  const found = skipped(why);
  return { authorization: found, token: found, scopes: found, refresh: found, lifetime: found };
};

const toChecks = (findings: LoginFindings): Check[] =>
  keysOf(loginChecks).map((name) =>
    checkOf({ id: `login.${name}`, title: loginChecks[name] }, findings[name]),
  );

const needed = [
  'endpoints',
  'clientId',
  'clientSecret',
  'scopes',
  'codeVerifier',
  'codeChallenge',
  'rows',
] as const;

/** The whole flow with a user: sign-in, token request, one refresh. @throws Interruption */
export async function checkLogin(
  subject: Subject,
  offline: readonly Check[],
  plan: LoginPlan,
  tools: OnlineTools,
  context: LoginContext,
): Promise<Check[]> {
  const { loopback } = plan;
  const needs = loopback === undefined ? (['redirectUri', ...needed] as const) : needed;
  const found = registrationFor(needs, subject, offline, tools.clientAuthentication);
  if (!found.ok) return toChecks(allSkipped(found.problem));
  const registration = loopback === undefined ? found.value : { ...found.value, redirectUri: loopback };
  return toChecks(await perform({ registration, plan, tools, context }));
}

async function perform(login: Login): Promise<LoginFindings> {
  const { registration, plan, context } = login;
  const state = randomText();
  const safe = authorizationUrlOf(registration, state);
  const tokenUrls = [registration.accessTokenUrl, registration.refreshTokenUrl];
  const isExposing = tokenUrls.some((url) => urlHoldsSecret(url, registration.secrets));
  if (!safe.ok || isExposing) return allSkipped(exposing);
  const url = safe.value;
  await warn(
    context.stderr,
    'A new sign-in may end other sessions of the same user, including that of a running connection.',
  );
  const arrived = await (plan.loopback === undefined ? arriveByPaste : arriveByLoopback)(login, url, state);
  if (!arrived.ok) return { ...allSkipped('No sign-in.'), authorization: arrived.problem };
  try {
    return await judgeArrival(arrived.value, login);
  } finally {
    await arrived.value.close();
  }
}

async function judgeArrival(arrival: Arrival, login: Login): Promise<LoginFindings> {
  const { callback, codeAgeAtMost, finish } = arrival;
  const { redactor } = login.tools;
  const code = callback?.ok && callback.value.kind === 'code' ? callback.value.code : undefined;
  if (code !== undefined) redactor.add(code);
  const authorization =
    callback === undefined ? nobodyCame(login.plan.seconds) : judgeCallback(callback, redactor);
  const findings: LoginFindings =
    code === undefined
      ? { ...allSkipped('No code to exchange.'), authorization }
      : { authorization, ...(await exchangeCode(code, codeAgeAtMost, login)) };
  await finish(Object.values(findings));
  return findings;
}
