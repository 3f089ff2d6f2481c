import { parseCodeVerifier } from '../oauth/code-verifier.ts';
import { lineBreak, misleading } from '../text/characters.ts';
import { isLonger, longestText } from '../text/limits.ts';
import { proseQuotationProblem } from '../text/quotation.ts';
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

/**
 * Parses one answer, which can't be longer than the setup file allows.
 * @param origin a given text (from a flag, a variable, or a prompt) may have quotation marks left over from a shell or
 * `docker --env-file`; a saved one never does
 */
export function parseAnswer<Key extends AnswerKey>(
  key: Key,
  text: string,
  origin: 'given' | 'saved' = 'given',
): Result<Answers[Key]> {
  if (isLonger(text, longestText))
    return refused(`is too long (${[...text].length} characters; maximum ${longestText}). Shorten it.`);
  const question: Question = questions[key];
  const quotation = question.prose && origin === 'given' ? proseQuotationProblem(text) : undefined;
  return quotation === undefined ? parsers[key](text) : refused(quotation);
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
