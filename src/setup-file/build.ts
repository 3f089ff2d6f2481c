import { type Answers, defaultAnswers } from '../answers/questions.ts';
import { connector } from '../facts/labels.ts';
import { redirectUriOf } from '../facts/regions.ts';
import { createCodeVerifier, type PkcePair, pkcePairOf } from '../oauth/pkce.ts';
import { extensionKeysOf } from './extension-keys.ts';
import { authenticationRequestRows, hasChallengeMethodRow, tokenRequestRows } from './parameter-rows.ts';
import type { Parameter, Setup } from './schema.ts';
import { schemaVersion } from './schema-version.ts';

export interface BuildOptions {
  /** Add the row that tells the authorization server the method, see `--challenge-method-row`. */
  readonly challengeMethodRow: boolean;
  /** A saved setup whose own keys, further rows and previous pair are kept. */
  readonly base?: Setup | undefined;
}

/** The answers with every default filled in and a code verifier made where none was given. */
export function completeAnswers(answers: Partial<Answers>): Answers {
  const { region, scopes } = answers;
  if (region === undefined || scopes === undefined) throw new TypeError('region and scopes have no default');
  return { ...defaultAnswers, codeVerifier: createCodeVerifier(), ...answers, region, scopes };
}

/** The setup that follows from the answers. Keys stand in the order of the file; same answers, same bytes. */
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

/** Our rows in our order, each with what the user noted on it, then the user's own rows. */
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
