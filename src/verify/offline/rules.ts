import type { Check } from '../../checks/check.ts';
import { checkOf } from '../../checks/finding.ts';
import type { Subject } from '../../checks/subject.ts';
import { clientId } from './client-id-rule.ts';
import { clientSecret } from './client-secret-rule.ts';
import { endpoints } from './endpoints-rule.ts';
import { filePermissions } from './file-permissions-rule.ts';
import { authenticationRequestParameters, tokenRequestParameters } from './parameters-rule.ts';
import { pkceChallenge } from './pkce-challenge-rule.ts';
import { pkceVerifier } from './pkce-verifier-rule.ts';
import { redirectUri } from './redirect-uri-rule.ts';
import type { OfflineRule } from './rule.ts';
import { scopes } from './scopes-rule.ts';

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
