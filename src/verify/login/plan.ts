import type { Finding } from '../../checks/finding.ts';
import type { Context } from '../../context/context.ts';
import { labels } from '../../facts/labels.ts';
import type { OnlineTools } from '../online/online-tools.ts';
import type { Registration } from '../online/registration.ts';

/** How a login is to be made. */
export interface LoginPlan {
  /** Listen there instead of prompting for the address bar; also the redirect URI then. */
  readonly loopback?: string | undefined;
  readonly refresh: boolean;
  readonly seconds: number;
  readonly open: boolean;
}

/** What a login uses of the outside. */
export type LoginContext = Pick<Context, 'stderr' | 'prompts' | 'openBrowser' | 'listen'>;

/** All that the steps of one login work with. */
export interface Login {
  readonly registration: Registration;
  readonly plan: LoginPlan;
  readonly tools: OnlineTools;
  readonly context: LoginContext;
}

/** The checks of a login, in their order, with their titles. */
export const loginChecks = {
  authorization: 'Sign-in',
  token: labels.tokenRequest,
  scopes: 'Granted scopes',
  refresh: 'Refresh',
  lifetime: 'Lifetime of the access token',
} as const;

type LoginCheck = keyof typeof loginChecks;

/** What was found for each check of a login. */
export type LoginFindings = Readonly<Record<LoginCheck, Finding>>;
