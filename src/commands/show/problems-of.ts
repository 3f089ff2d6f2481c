import {
  credentialMixUp,
  pairProblem,
  parseClientId,
  parseClientSecret,
  secretFormProblem,
} from '../../answers/credentials.ts';
import { documentedEndpoints } from '../../facts/endpoints.ts';
import { isDocumentedScope } from '../../facts/scopes.ts';
import { parseCodeVerifier } from '../../oauth/code-verifier.ts';
import { inconsistencies } from '../../setup-file/consistency.ts';
import { formTextProblems } from '../../setup-file/form-texts.ts';
import { hasChallengeMethodRow } from '../../setup-file/parameter-rows.ts';
import type { Setup } from '../../setup-file/schema.ts';

/** What is wrong with a setup, a sentence each. What judges its values is loaded only if one of them is unusual. */
export async function problemsOf(setup: Setup): Promise<readonly string[]> {
  const ofTexts = formTextProblems(setup).map(({ says }) => says);
  const contradictions = inconsistencies(setup);
  if (contradictions.length > 0 || isUsual(setup)) return [...ofTexts, ...contradictions];
  const { offlineFailures } = await import('../../verify/verify.ts');
  return [...ofTexts, ...offlineFailures(setup).map(({ detail }) => detail)];
}

/** Whether a consistent setup has only values and rows that no offline check rejects. */
const isUsual = (setup: Setup): boolean =>
  setup.authenticationUrl === documentedEndpoints.authenticationUrl &&
  setup.accessTokenUrl === documentedEndpoints.accessTokenUrl &&
  setup.scopes.length > 0 &&
  setup.scopes.every(isDocumentedScope) &&
  isStrong(setup.pkce.codeVerifier) &&
  hasUsualCredentials(setup) &&
  !hasFurtherRows(setup);

function isStrong(codeVerifier: string): boolean {
  const parsed = parseCodeVerifier(codeVerifier);
  return parsed.ok && parsed.warnings.length === 0;
}

function hasUsualCredentials({ clientId, clientSecret, pkce }: Setup): boolean {
  const isOfPair = (value: string): boolean => pairProblem(value, pkce) !== undefined;
  return (
    (!clientId || (parseClientId(clientId).ok && !isOfPair(clientId))) &&
    (!clientSecret || (parseClientSecret(clientSecret).ok && !isOfPair(clientSecret))) &&
    credentialMixUp(clientId, clientSecret) === undefined &&
    secretFormProblem(clientSecret, clientId) === undefined
  );
}

/** Rows in addition to the documented ones, all of which a consistent setup has. */
function hasFurtherRows({ advancedOptions: { authenticationRequest, tokenRequest } }: Setup): boolean {
  const documented = hasChallengeMethodRow(authenticationRequest.parameters) ? 3 : 2;
  return authenticationRequest.parameters.length > documented || tokenRequest.parameters.length > 1;
}
