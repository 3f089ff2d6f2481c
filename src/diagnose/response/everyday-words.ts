import type { KnownError } from '../../facts/error-meaning.ts';
import type { Evidence } from '../evidence/evidence.ts';

/** What only texts about OAuth contain, unlike "client", "scope", or "page". */
const ofOAuth = new RegExp(
  [
    'oauth|openid|pkce|okta|authorization server',
    'redirect[ _-]?ur[il]|client_secret|(?:grant|response)[ _]type|code[ _](?:challenge|verifier)',
    '(?:access|refresh|id)[ _]token|token (?:request|endpoint|url)|/token\\b|app registration',
    '\\b(?:zoominfo|jitterbit)\\.com\\b|\\bapi:[a-z-]+:[a-z]|requested scope|error_description',
    '["\'](?:scope|client_id)["\']|(?:scope|client_id) parameter|parameter (?:scope|client_id)\\b',
  ].join('|'),
  'i',
);

/** What other texts about a sign-in contain as well, and how programs introduce an error. */
const ofSignInsOrPrograms = new RegExp(
  [
    '\\b[Ss]ingle sign-on\\b|\\bSSO\\b|\\b(?:[Ss]ign|[Ll]og)(?:ged|g?ing)?[ -]?[io]n\\b|[Aa]uthori[sz](?!t)|[Aa]uthenticat',
    '\\b\\w{2,60}(?:Exception|Error): |\\bcurl: \\(\\d|\\bcURL error \\d|\\bx509: |\\[Errno \\d|^Error: ',
  ].join('|'),
);

/** Whether anything in a paste is a sign of an OAuth sign-in, so that everyday words in it are about that. */
export const isAboutSignIn = ({ requests, responses, messages }: Evidence): boolean =>
  requests.length + responses.length > 0 ||
  messages.some(({ code, words }) => code !== undefined || ofOAuth.test(words));

/** Where a text has the words of an error. Everyday words need a sign of OAuth in the paste, or show that they are one. */
export function wordsIn(text: string, known: KnownError, isOfSignIn: boolean): RegExpExecArray | undefined {
  const found = known.words?.exec(text);
  if (found) return found;
  const everyday = known.everyday?.exec(text) ?? undefined;
  return everyday !== undefined && (isOfSignIn || isError(text, everyday, known)) ? everyday : undefined;
}

/** An error that can accuse a value has to be all of its text, or a sentence in a text about a sign-in. */
function isError(text: string, { 0: words, index }: RegExpExecArray, known: KnownError): boolean {
  const [before, after] = [text.slice(0, index), text.slice(index + words.length)];
  const isSentence =
    isShortStart(before) && (isEnd.test(after) || (/[a-z]$/i.test(words) && isNextSentence.test(after)));
  const isOfError = ofSignInsOrPrograms.test(text);
  if (!accuses(known)) return isSentence || isOfError;
  return (isSentence && isOfError) || (isOnlyLabels(before) && isOnlyValue.test(words.slice(-1) + after));
}

const accuses = ({ causes, otherwise }: KnownError): boolean => causes.length > 0 && otherwise === undefined;

const label = /\b(?:errors?|exception|failed|failure|message|reason|request)\b/i;

/** What precedes an error in a log or an envelope, such as "Error: the". */
function isOnlyLabels(before: string): boolean {
  const parts = before.split(/[:=]/);
  const rest = parts.pop() ?? '';
  return parts.every((part) => label.test(part)) && /^\W{0,9}(?:(?:the|an?|your|this)\W{1,3})?$/i.test(rest);
}

/** The value that the error is about, after the last character of its words: a marked one, or one that is no word. */
const isOnlyValue = /^.\W{0,3}(?:(?<=[:="'(]\s?)\S{1,400}|(?=\S{0,400}[\d_:/])\S{1,400})?[^a-z]*$/i;

const mostWordsBefore = 6;

const isShortStart = (before: string): boolean =>
  (before
    .split(/[.!?:;|>]\s/)
    .at(-1)
    ?.match(/\S+/g)?.length ?? 0) <= mostWordsBefore;

const isEnd = /^["')\]]{0,3}\s?(?:$|[.!?:;|<(\u2013\u2014-])/;
const isNextSentence = /^ [A-Z]/;
