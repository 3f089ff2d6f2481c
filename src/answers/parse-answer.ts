import { parseCodeVerifier } from '../oauth/code-verifier.ts';
import { lineBreak, misleading } from '../text/characters.ts';
import { isLonger, longestText } from '../text/limits.ts';
import { proseQuotationProblem, quotationProblem } from '../text/quotation.ts';
import { acceptedUnless, type Result, refused } from '../text/result.ts';
import { workflowCommandProblem } from '../text/workflow-command.ts';
import { parseClientId, parseClientSecret } from './credentials.ts';
import { parseAccessTokenUrl, parseAuthenticationUrl } from './endpoint-answer.ts';
import { type AnswerKey, type Answers, type Question, questions } from './questions.ts';
import { parseRegion } from './region.ts';
import { parseScopes } from './scope-list.ts';

const parsers: { readonly [Key in AnswerKey]: (text: string) => Result<Answers[Key]> } = {
  region: parseRegion,
  scopes: parseScopes,
  name: parseName,
  description: parseLine,
  clientId: parseClientId,
  clientSecret: parseClientSecret,
  codeVerifier: parseCodeVerifier,
  authenticationUrl: parseAuthenticationUrl,
  accessTokenUrl: parseAccessTokenUrl,
};

/** Where a text comes from: `given` is an option or a prompt. Only a saved one never has quotation marks left over. */
export type AnswerOrigin = 'given' | 'variable' | 'saved';

const inEnvFile = 'In a docker --env-file, they are part of the value.';

/** Parses one answer, which can't be longer than the setup file allows. */
export function parseAnswer<Key extends AnswerKey>(
  key: Key,
  text: string,
  origin: AnswerOrigin = 'given',
): Result<Answers[Key]> {
  if (isLonger(text, longestText))
    return refused(`is too long (${[...text].length} characters; maximum ${longestText}). Shorten it.`);
  const question: Question = questions[key];
  const quotation = question.prose && origin !== 'saved' ? proseQuotationProblem(text) : undefined;
  const parsed = quotation === undefined ? parsers[key](text) : refused(quotation);
  const isQuoted = !parsed.ok && parsed.problem === quotationProblem(text);
  return isQuoted && origin === 'variable' ? refused(`${parsed.problem} ${inEnvFile}`) : parsed;
}

/** One line without anything that controls a terminal or a CI log. White space around it isn't part of it. */
function parseLine(given: string): Result<string> {
  const text = given.trim();
  if (lineBreak.test(text)) return refused('contains a line break. Use one line.');
  if (misleading.test(text) || /[\t\ufffd]/.test(text))
    return refused("contains a control or bidirectional character, or a byte that isn't UTF-8. Remove it.");
  return acceptedUnless(workflowCommandProblem(text), text);
}

function parseName(text: string): Result<string> {
  return text.trim() === '' ? refused('is blank. Enter a name for the app registration.') : parseLine(text);
}
