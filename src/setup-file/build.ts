import { type Answers, defaultAnswers } from '../answers/questions.ts';
import { connector } from '../facts/labels.ts';
import { redirectUriOf } from '../facts/regions.ts';
import { createCodeVerifier, type PkcePair, pkcePairOf } from '../oauth/pkce.ts';
import { extensionKeysOf } from './extension-keys.ts';
import { authenticationRequestRows, hasChallengeMethodRow, tokenRequestRows } from './parameter-rows.ts';
import type { Parameter, Setup } from './schema.ts';
import { schemaVersion } from './schema-version.ts';

export interface BuildOptions {
  /** Whether to add the row that sends the challenge method, see `--challenge-method-row`. */
  readonly challengeMethodRow: boolean;
  /** A saved setup whose extension keys, extra rows and previous pair are kept. */
  readonly base?: Setup | undefined;
}

/** The answers with all defaults, and a new code verifier if they have none. */
export function completeAnswers(answers: Partial<Answers>): Answers {
  const { region, scopes } = answers;
  if (region === undefined || scopes === undefined) throw new TypeError('region and scopes have no default');
  return { ...defaultAnswers, codeVerifier: createCodeVerifier(), ...answers, region, scopes };
}

/** Builds the setup from the answers. Keys are in file order; the same answers always give the same bytes. */
export function buildSetup(answers: Answers, { challengeMethodRow, base }: BuildOptions): Setup {
  const pair = pkcePairOf(answers.codeVerifier);
  return {
    ...(base?.$schema === undefined ? {} : { $schema: base.$schema }),
    schemaVersion,
    region: answers.region,
    redirectUri: redirectUriOf(answers.region),
    connector,
    name: answers.name,
    description: answers.description,
    clientId: answers.clientId,
    clientSecret: answers.clientSecret,
    scopes: [...answers.scopes],
    authenticationUrl: answers.authenticationUrl,
    accessTokenUrl: answers.accessTokenUrl,
    refreshTokenUrl: answers.accessTokenUrl,
    pkce: { ...pair, ...extensionKeysOf(base?.pkce) },
    ...(base?.previousPkce === undefined ? {} : { previousPkce: base.previousPkce }),
    advancedOptions: advancedOptionsOf(pair, challengeMethodRow, base?.advancedOptions),
    ...extensionKeysOf(base),
  };
}

type AdvancedOptions = Setup['advancedOptions'];

function advancedOptionsOf(
  pair: PkcePair,
  challengeMethodRow: boolean,
  base?: AdvancedOptions,
): AdvancedOptions {
  const { authenticationRequest, tokenRequest } = base ?? {};
  const withMethod = challengeMethodRow || hasChallengeMethodRow(authenticationRequest?.parameters);
  return {
    authenticationRequest: tabOf(
      authenticationRequestRows(pair.codeChallenge, withMethod),
      authenticationRequest,
    ),
    tokenRequest: tabOf(tokenRequestRows(pair.codeVerifier), tokenRequest),
    ...extensionKeysOf(base),
  };
}

/** Our rows in our order, each with the user's extension keys, then the user's own rows. */
function tabOf(
  ours: readonly Parameter[],
  base?: AdvancedOptions['tokenRequest'],
): AdvancedOptions['tokenRequest'] {
  const existing = base?.parameters ?? [];
  const noted = ours.map((row) => ({
    ...row,
    ...extensionKeysOf(existing.find((other) => other.key === row.key)),
  }));
  const further = existing.filter((row) => !ours.some((other) => other.key === row.key));
  return { parameters: [...noted, ...further], ...extensionKeysOf(base) };
}
