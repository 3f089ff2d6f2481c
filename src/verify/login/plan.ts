import type { Finding } from '../../checks/finding.ts';
import type { Context } from '../../context/context.ts';
import { labels } from '../../facts/labels.ts';
import type { OnlineTools } from '../online/online-tools.ts';
import type { Registration } from '../online/registration.ts';

/** How to perform a login. */
export interface LoginPlan {
  /** The redirect URI to listen on, instead of prompting for the URL. */
  readonly loopback?: string | undefined;
  readonly refresh: boolean;
  readonly seconds: number;
  readonly open: boolean;
}

/** What a login needs from the outside. */
export type LoginContext = Pick<Context, 'stderr' | 'prompts' | 'openBrowser' | 'listen'>;

/** What the steps of one login share. */
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
  refresh: 'Refresh token',
  lifetime: 'Access token lifetime',
} as const;

type LoginCheck = keyof typeof loginChecks;

/** The finding for each check of a login. */
export type LoginFindings = Readonly<Record<LoginCheck, Finding>>;
