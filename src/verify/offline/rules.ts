import type { Check } from '../check.ts';
import { checkOf } from '../finding.ts';
import type { Subject } from '../subject.ts';
import { clientId } from './client-id.ts';
import { clientSecret } from './client-secret.ts';
import { endpoints } from './endpoints.ts';
import { filePermissions } from './file-permissions.ts';
import { authenticationRequestParameters, tokenRequestParameters } from './parameters.ts';
import { pkceChallenge } from './pkce-challenge.ts';
import { pkceVerifier } from './pkce-verifier.ts';
import { redirectUri } from './redirect-uri.ts';
import type { OfflineRule } from './rule.ts';
import { scopes } from './scopes.ts';

const rules: readonly OfflineRule[] = [
  redirectUri,
  scopes,
  clientId,
  clientSecret,
  endpoints,
  pkceVerifier,
  pkceChallenge,
  authenticationRequestParameters,
  tokenRequestParameters,
  filePermissions,
];

/** Every offline check, each whatever the others found: all that is wrong is told at once. */
export function checkOffline(subject: Subject): Check[] {
  return rules.map((rule) => checkOf(rule, rule.judge(subject)));
}
