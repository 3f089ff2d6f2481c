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

/** One answer: its name, its possible sources and its parser. */
interface Question<T> {
  /** The label in the consoles. */
  readonly label: string;
  /** The long option. For a secret, it takes a path, never the value. */
  readonly option: string;
  readonly variable: string;
  readonly secret?: true;
  /** Free text, in which a saved setup may have quotation marks at both ends. */
  readonly prose?: true;
  readonly parse: (text: string) => Result<T>;
}

type Questions = { readonly [Key in AnswerKey]: Question<Answers[Key]> };

/** In the order of the prompts. The region comes first, since it determines the redirect URI. */
export const questions = {
  region: { label: labels.region, option: '--region', variable: 'ZI_OAUTH_REGION', parse: parseRegion },
  scopes: { label: labels.scopes, option: '--scopes', variable: 'ZI_OAUTH_SCOPES', parse: parseScopes },
  name: { label: labels.name, option: '--name', variable: 'ZI_OAUTH_NAME', prose: true, parse: parseName },
  description: {
    label: labels.description,
    option: '--description',
    variable: 'ZI_OAUTH_DESCRIPTION',
    prose: true,
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

/**
 * Parses one answer, which can't be longer than the setup file allows.
 * @param origin a saved text has no quotation marks left over from a shell or `docker --env-file`; a given one (from a
 * flag, a variable or a prompt) may
 */
export function parseAnswer<Key extends AnswerKey>(
  key: Key,
  text: string,
  origin: 'given' | 'saved' = 'given',
): Result<Answers[Key]> {
  if (text.length > longestText)
    return refused(`is too long (${text.length} characters; maximum ${longestText}). Shorten it.`);
  const question: Question<Answers[Key]> = (questions as Questions)[key];
  const quotation = question.prose && origin === 'given' ? proseQuotationProblem(text) : undefined;
  return quotation === undefined ? question.parse(text) : refused(quotation);
}

/** Whether an answer is secret, so that no output may show it. */
export function isSecret(key: AnswerKey): boolean {
  const question: Question<unknown> = questions[key];
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

/** One line without anything that controls a terminal or a CI log. */
function parseLine(text: string): Result<string> {
  if (lineBreak.test(text)) return refused('contains a line break. Use one line.');
  if (misleading.test(text) || /[\t\ufffd]/.test(text))
    return refused("contains a control or bidirectional character, or a byte that isn't UTF-8. Remove it.");
  return acceptedUnless(workflowCommandProblem(text), text);
}

function parseName(text: string): Result<string> {
  return text.trim() === '' ? refused('is blank. Enter a name for the app registration.') : parseLine(text);
}

/** The required answers that are missing. */
export function missingAnswers(answers: Partial<Answers>): (typeof requiredAnswers)[number][] {
  return requiredAnswers.filter((key) => answers[key] === undefined);
}
