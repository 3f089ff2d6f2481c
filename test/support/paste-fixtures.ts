import { type Check, linesOfFix } from '../../src/checks/check.ts';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import type { Evidence, FoundParameter, FoundUrl } from '../../src/diagnose/evidence/evidence.ts';
import type { SetupWithFile } from '../../src/diagnose/evidence/registered.ts';
import { plainText } from '../../src/terminal/layout.ts';
import { sampleSetup } from './setup-fixture.ts';
import { checkNamed } from './verify-fixtures.ts';

/** A correct, saved setup. */
export const registered: SetupWithFile = { setup: sampleSetup(), file: 'zoominfo.json' };

export const goodParameters: Readonly<Record<string, string>> = {
  response_type: 'code',
  client_id: registered.setup.clientId ?? '',
  redirect_uri: registered.setup.redirectUri,
  scope: registered.setup.scopes.join(' '),
  state: 'St4te-0fJitterb1t',
  code_challenge: registered.setup.pkce.codeChallenge,
};

/** The same with the row that a setup may add. */
export const completeParameters: Readonly<Record<string, string>> = {
  ...goodParameters,
  code_challenge_method: 'S256',
};

/** The check that judges each of them. */
export const parameterChecks: Readonly<Record<string, string>> = {
  response_type: 'request.response-type',
  client_id: 'request.client-id',
  redirect_uri: 'request.redirect-uri',
  scope: 'request.scopes',
  code_challenge: 'request.code-challenge',
  code_challenge_method: 'request.code-challenge-method',
};

const listOf = (parameters: Readonly<Record<string, string | undefined>>): FoundParameter[] =>
  Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));

/** The request that Jitterbit sends for the setup, with these changes; undefined omits a parameter. */
export const requestWith = (
  changes: Readonly<Record<string, string | undefined>> = {},
  further: Partial<FoundUrl> = {},
): FoundUrl => ({
  endpoint: registered.setup.authenticationUrl,
  parameters: listOf({ ...goodParameters, ...changes }),
  isCut: false,
  ...further,
});

/** A request that is cut off in this parameter. */
export const cutRequest = (name: string, start: string): FoundUrl => {
  const { [name]: _, ...before } = goodParameters;
  return requestWith({}, { parameters: listOf({ ...before, [name]: start }), isCut: true });
};

export const evidenceOf = (evidence: Partial<Evidence>): Evidence => ({
  requests: [],
  responses: [],
  messages: [],
  ...evidence,
});

/** The URL in Jitterbit where a sign-in ended. */
export const responseWith = (
  parameters: Readonly<Record<string, string>>,
  endpoint: string | undefined = registered.setup.redirectUri,
): FoundUrl => ({
  ...(endpoint === undefined ? {} : { endpoint }),
  parameters: listOf(parameters),
  isCut: false,
});

/** One check of a request with these changes. */
export function requestCheck(
  id: string,
  changes: Readonly<Record<string, string | undefined>>,
  setup: SetupWithFile = registered,
): Check {
  return checkNamed(id, diagnose(evidenceOf({ requests: [requestWith(changes)] }), setup));
}

/** The same without a setup file. */
export function formCheck(id: string, changes: Readonly<Record<string, string | undefined>>): Check {
  return checkNamed(id, diagnose(evidenceOf({ requests: [requestWith(changes)] })));
}

/** All text of a check that users see. */
export const allWords = (checks: readonly Check[]): string =>
  checks
    .map((check) =>
      [check.id, check.title, check.detail, check.code, plainText(linesOfFix(check.fix ?? ''))].join('\n'),
    )
    .join('\n');
