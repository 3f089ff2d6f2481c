import type { Redactor } from '../../checks/redactor.ts';
import type { ClientAuthentication } from '../../oauth/client-authentication.ts';
import type { Send } from './sender.ts';

/** What every check that talks to the server works with. */
export interface OnlineTools {
  readonly send: Send;
  readonly redactor: Redactor;
  readonly clientAuthentication: ClientAuthentication;
}
