import { documentedEndpoints } from '../facts/endpoints.ts';
import { labels } from '../facts/labels.ts';
import type { Region } from '../facts/regions.ts';
import { parseCodeVerifier } from '../oauth/code-verifier.ts';
import { lineBreak, misleading } from '../text/characters.ts';
import { longestText } from '../text/limits.ts';
import { keysOf } from '../text/lookup.ts';
import { proseQuotationProblem } from '../text/quotation.ts';
import { acceptedUnless, type Result, refused } from '../text/result.ts';
import { workflowCommandProblem } from '../text/workflow-command.ts';
import { parseClientId, parseClientSecret } from './credentials.ts';
import { parseAccessTokenUrl, parseAuthenticationUrl } from './endpoint-answer.ts';
import { parseRegion } from './region.ts';
import { parseScopes } from './scope-list.ts';

/** Everything that a setup is made from. Client ID and Client Secret are null while they are still to come. */
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

/** One answer: how it is called, where it may come from and how its text is read. */
interface Question<T> {
  /** The consoles' own label. */
  readonly label: string;
  /** The long option; for a secret it takes a path, never the value. */
  readonly option: string;
  readonly variable: string;
  readonly secret?: true;
  readonly parse: (text: string) => Result<T>;
}

type Questions = { readonly [Key in AnswerKey]: Question<Answers[Key]> };

/** In the order of the prompts: what decides the redirect URI comes first. */
export const questions = {
  region: { label: labels.region, option: '--region', variable: 'ZI_OAUTH_REGION', parse: parseRegion },
  scopes: { label: labels.scopes, option: '--scopes', variable: 'ZI_OAUTH_SCOPES', parse: parseScopes },
  name: { label: labels.name, option: '--name', variable: 'ZI_OAUTH_NAME', parse: parseName },
  description: {
    label: labels.description,
    option: '--description',
    variable: 'ZI_OAUTH_DESCRIPTION',
    parse: parseLine,
  },
  clientId: {
    label: labels.clientId,
    option: '--client-id',
    variable: 'ZI_OAUTH_CLIENT_ID',
    parse: parseClientId,
  },
  clientSecret: {
    label: labels.clientSecret,
    option: '--client-secret-file',
    variable: 'ZI_OAUTH_CLIENT_SECRET',
    secret: true,
    parse: parseClientSecret,
  },
  codeVerifier: {
    label: labels.codeVerifier,
    option: '--code-verifier-file',
    variable: 'ZI_OAUTH_CODE_VERIFIER',
    secret: true,
    parse: parseCodeVerifier,
  },
  authenticationUrl: {
    label: labels.authenticationUrl,
    option: '--authentication-url',
    variable: 'ZI_OAUTH_AUTHENTICATION_URL',
    parse: parseAuthenticationUrl,
  },
  accessTokenUrl: {
    label: labels.accessTokenUrl,
    option: '--access-token-url',
    variable: 'ZI_OAUTH_ACCESS_TOKEN_URL',
    parse: parseAccessTokenUrl,
  },
} as const satisfies Questions;

export const answerKeys = keysOf(questions);

/** Reads one answer. No text may be longer than the setup file can hold. */
export function parseAnswer<Key extends AnswerKey>(key: Key, text: string): Result<Answers[Key]> {
  if (text.length > longestText)
    return refused(`has ${text.length} characters: at most ${longestText} are possible.`);
  const question: Question<Answers[Key]> = (questions as Questions)[key];
  return question.parse(text);
}

/** Whether an answer is one that no output may show. */
export function isSecret(key: AnswerKey): boolean {
  const question: Question<unknown> = questions[key];
  return question.secret === true;
}

/** What holds where nothing is said. Region and scopes have no default; a code verifier is made anew. */
export const defaultAnswers = {
  name: 'ZoomInfo',
  description: '',
  clientId: null,
  clientSecret: null,
  ...documentedEndpoints,
} as const satisfies Partial<Answers>;

/** Answers without which there is no setup. */
export const requiredAnswers = ['region', 'scopes'] as const satisfies readonly AnswerKey[];

/** What a person is prompted for when it is missing; everything else has a default and is offered in the review. */
export const promptedAnswers = [
  'region',
  'scopes',
  'clientId',
  'clientSecret',
] as const satisfies readonly AnswerKey[];

/** One line without what acts on a terminal or on the log of a CI system. */
function parseLine(text: string): Result<string> {
  if (lineBreak.test(text)) return refused('contains a line break. Use one line.');
  if (misleading.test(text) || /[\t\ufffd]/.test(text))
    return refused('has a control or bidirectional character, or a byte that is not UTF-8. Remove it.');
  return acceptedUnless(proseQuotationProblem(text) ?? workflowCommandProblem(text), text);
}

function parseName(text: string): Result<string> {
  return text.trim() === '' ? refused('is blank: give the app registration a name.') : parseLine(text);
}

/** The required answers that are still missing. */
export function missingAnswers(answers: Partial<Answers>): (typeof requiredAnswers)[number][] {
  return requiredAnswers.filter((key) => answers[key] === undefined);
}
