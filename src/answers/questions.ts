import { documentedEndpoints } from '../facts/endpoints.ts';
import { labels } from '../facts/labels.ts';
import type { Region } from '../facts/regions.ts';
import { keysOf } from '../text/lookup.ts';

/** The answers that a setup is built from. Client ID and Client Secret are null until they are set. */
export interface Answers {
  readonly region: Region;
  readonly scopes: readonly string[];
  readonly name: string;
  readonly description: string;
  readonly clientId: string | null;
  readonly clientSecret: string | null;
  readonly codeVerifier: string;
  readonly authenticationUrl: string;
  readonly accessTokenUrl: string;
}

export type AnswerKey = keyof Answers;

/** One answer: its name and its possible sources. Its parser is separate, since only a run with an answer loads it. */
export interface Question {
  /** The label in the consoles. */
  readonly label: string;
  /** The long option. For a secret, it takes a path, never the value. */
  readonly option: string;
  readonly variable: string;
  readonly secret?: true;
  /** Free text, in which a saved setup may have quotation marks at both ends. */
  readonly prose?: true;
}

/** In the order of the prompts. The region comes first, since it determines the redirect URI. */
export const questions = {
  region: { label: labels.region, option: '--region', variable: 'ZI_OAUTH_REGION' },
  scopes: { label: labels.scopes, option: '--scopes', variable: 'ZI_OAUTH_SCOPES' },
  name: { label: labels.name, option: '--name', variable: 'ZI_OAUTH_NAME', prose: true },
  description: {
    label: labels.description,
    option: '--description',
    variable: 'ZI_OAUTH_DESCRIPTION',
    prose: true,
  },
  clientId: {
    label: labels.clientId,
    option: '--client-id',
    variable: 'ZI_OAUTH_CLIENT_ID',
  },
  clientSecret: {
    label: labels.clientSecret,
    option: '--client-secret-file',
    variable: 'ZI_OAUTH_CLIENT_SECRET',
    secret: true,
  },
  codeVerifier: {
    label: labels.codeVerifier,
    option: '--code-verifier-file',
    variable: 'ZI_OAUTH_CODE_VERIFIER',
    secret: true,
  },
  authenticationUrl: {
    label: labels.authenticationUrl,
    option: '--authentication-url',
    variable: 'ZI_OAUTH_AUTHENTICATION_URL',
  },
  accessTokenUrl: {
    label: labels.accessTokenUrl,
    option: '--access-token-url',
    variable: 'ZI_OAUTH_ACCESS_TOKEN_URL',
  },
} as const satisfies Readonly<Record<AnswerKey, Question>>;

export const answerKeys = keysOf(questions);

/** Whether an answer is secret, so that no output may show it. */
export function isSecret(key: AnswerKey): boolean {
  const question: Question = questions[key];
  return question.secret === true;
}

/** The defaults. Region and scopes have none; a new code verifier is generated for each setup. */
export const defaultAnswers = {
  name: 'ZoomInfo',
  description: '',
  clientId: null,
  clientSecret: null,
  ...documentedEndpoints,
} as const satisfies Partial<Answers>;

/** The required answers. */
export const requiredAnswers = ['region', 'scopes'] as const satisfies readonly AnswerKey[];

/** The answers to prompt for if they are missing. The others have defaults and can be changed in the review. */
export const promptedAnswers = [
  'region',
  'scopes',
  'clientId',
  'clientSecret',
] as const satisfies readonly AnswerKey[];

/** The required answers that are missing. */
export function missingAnswers(answers: Partial<Answers>): (typeof requiredAnswers)[number][] {
  return requiredAnswers.filter((key) => answers[key] === undefined);
}
