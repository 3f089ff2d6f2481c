import type { Context } from '../../context/context.ts';
import { authorizationUrl, type Credentials } from '../../oauth/requests.ts';
import { warn } from '../../terminal/log.ts';
import type { Check } from '../check.ts';
import { checkOf, type Finding, skipped } from '../finding.ts';
import { type OnlineTools, randomText } from '../online/check-online.ts';
import { type Registration, registrationOf } from '../online/registration.ts';
import { usableFor } from '../online/usable.ts';
import type { Subject } from '../subject.ts';
import { arriveByLoopback, arriveByPaste } from './arrivals.ts';
import { judgeCallback, nobodyCame } from './authorization.ts';
import { exchangeCode } from './exchange.ts';

/** How a login is to be made. */
export interface LoginPlan {
  /** Listen there instead of asking for the address bar; also the redirect URI then. */
  readonly loopback?: string | undefined;
  readonly refresh: boolean;
  readonly seconds: number;
  readonly open: boolean;
}

/** The checks of a login and what was found for each. */
export type LoginFindings = Readonly<Record<LoginCheck, Finding>>;

const titles = {
  authorization: 'Sign-in',
  token: 'Token request',
  scopes: 'Granted scopes',
  refresh: 'Refresh',
  lifetime: 'Lifetime of the access token',
} as const;

type LoginCheck = keyof typeof titles;

const allSkipped = (why: string): LoginFindings => {
  const found = skipped(why);
  return { authorization: found, token: found, scopes: found, refresh: found, lifetime: found };
};

const toChecks = (findings: LoginFindings): Check[] =>
  (Object.keys(titles) as LoginCheck[]).map((name) =>
    checkOf({ id: `login.${name}`, title: titles[name] }, findings[name]),
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
  context: Context,
): Promise<Check[]> {
  const { loopback } = plan;
  const needs = loopback === undefined ? (['redirectUri', ...needed] as const) : needed;
  const registration = usableFor(needs, registrationOf(subject), offline);
  if (typeof registration === 'string') return toChecks(allSkipped(registration));
  const { clientId, clientSecret } = registration;
  const redirectUri = loopback ?? registration.redirectUri;
  const credentials = { clientId, clientSecret, clientAuthentication: tools.clientAuthentication };
  return toChecks(await perform({ registration, credentials, redirectUri, plan, tools, context }));
}

/** All that the steps of one login work with. */
export interface Login {
  readonly registration: Registration;
  readonly credentials: Credentials;
  readonly redirectUri: string;
  readonly plan: LoginPlan;
  readonly tools: OnlineTools;
  readonly context: Context;
}

async function perform(login: Login): Promise<LoginFindings> {
  const { registration, redirectUri, plan, context, tools } = login;
  await warn(
    context.stderr,
    'A new sign-in may end another session of the same user, also that of a running connection.',
  );
  const state = randomText();
  const url = authorizationUrl(registration, { clientId: login.credentials.clientId, redirectUri, state });
  const journey = { context, url, redirectUri, state, seconds: plan.seconds, open: plan.open };
  const arrival = await (plan.loopback === undefined ? arriveByPaste(journey) : arriveByLoopback(journey));
  if ('status' in arrival) return { ...allSkipped('Nobody signed in.'), authorization: arrival };
  const { callback } = arrival;
  if (callback?.kind === 'code') tools.redactor.add(callback.code);
  const authorization =
    callback === undefined ? nobodyCame(plan.seconds) : judgeCallback(callback, tools.redactor);
  const findings: LoginFindings =
    callback?.kind === 'code'
      ? { authorization, ...(await exchangeCode(callback.code, arrival.codeAgeAtMost, login)) }
      : { ...allSkipped('There was no code to exchange.'), authorization };
  await arrival.finish(Object.values(findings));
  return findings;
}
