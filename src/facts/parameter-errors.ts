import { lookup } from '../text/lookup.ts';

/** Marks between a parameter's name and the problem. */
const marks = '[\'"`\u2018\u2019\u201c\u201d():]{0,2}';

/** How servers call a value that they reject. */
const unlisted =
  'unknown|unregistered|unrecogni[sz]ed|unlisted|not-registered|non-whitelisted|non-registered|not-whitelisted';
const bad = `(?:missing|required|mandatory|invalid|illegal|incorrect|malformed|empty|unsupported|disallowed|${unlisted})`;
const listed =
  'registered|found|known|recogni[sz]ed|configured|listed|matched|whitelisted|white-listed|white listed|allowlisted|allow-listed|allow listed';
const usable =
  'supported|allowed|permitted|valid|authori[sz]ed|enabled|granted|accepted|approved|assigned|safelisted';
const good = `(?:${listed}|${usable}|provided|specified|present)`;
const not = "(?:n['\u2019]t| not)";

/** The list that a value isn't on: "the allow list", "the list of allowed values". */
const list =
  '(?:in|on|part of|among) (?:the|an?|your|our|any|its) (?:[a-z]{1,15} ){0,3}(?:whitelist|white-list|white list|allowlist|allow-list|allow list|list|ones|values|entries)';

/** What precedes a word for what a value isn't: "is not", "isn't a", "has not been", "could not be". */
const negated = `(?:(?:(?:is|was|are|were|has|have)${not}|not) (?:an? )?(?:currently |yet |been ){0,2}|(?:could${not}|can${not}|cannot) be )`;

/** What a server says is wrong, unlike a question about the parameter, or a remark that it is right. */
const problem = `(?:${[
  `(?:is|was|are) ${bad}`,
  `${negated}(?:${good}|${list})`,
  `(?:has|contains|includes|contained|included) [a-z ]{0,40}(?:${bad}|${not} ${good})`,
  'must (?:not )?(?:be|match|have|contain)(?! (?:right|correct|fine|ok)\\b)',
  `(?:did|does|do)${not} (?:match|exist)`,
  'mismatch',
].join('|')})\\b`;

/** Words between the problem and a parameter's name after it. */
const filler = '(?: (?:a|the|value|values|of|for|required|request|parameters?(?:\\(s\\))?)){0,5}:?';

/** What precedes the name of a rejected parameter. */
const before = `(?:${[
  `\\b(?:missing|invalid|illegal|incorrect|malformed|unsupported|not supported|disallowed|unauthori[sz]ed|${unlisted})${filler}`,
  `\\bno (?:such|matching|registered|known)`,
  "(?:n['\u2019]t|\\bnot) (?:allowed|permitted|authori[sz]ed) (?:to request|for)(?: the)?(?: following| requested)?",
  "(?:n['\u2019]t|\\bnot) an? (?:valid|allowed|registered|supported|known)",
  '\\bOAuth 2\\.0 parameter:',
].join('|')})`;

/** The value between a parameter's name, or the equals sign after it, and the problem: quoted, or unlike a word. */
const value = `(?:(?:\\s{1,3}|\\s?=\\s?)(?:'[^']{1,200}'|"[^"]{1,200}"|(?=[a-z-]{0,40}[\\d:_./\u2026])\\S{1,300}))?`;

/** What a server says of a parameter that it didn't get. */
const absent = `(?:${[
  '(?:is|was|are) (?:missing|required|mandatory|empty)',
  `(?:is|was|are)${not} (?:provided|specified|present)`,
  'must be (?:provided|specified|present)',
].join('|')})\\b(?! or\\b)`;

/** How texts call some parameters, unless they only have a space in place of the underscore, or none. */
const names: Readonly<Record<string, string>> = {
  redirect_uri: 'redirect(?:ion)?[_ -]?ur[il]',
  callback_url: '(?:callback|reply|return)[_ -]?ur[il]',
  scope: '(?:(?:requested|OAuth(?: 2\\.0)?) )?scope',
  application: '(?:OAuth )?app(?:lication)?',
};

/** The name of a parameter in an error, in marks or not. */
const named = (parameter: string): string =>
  `${marks}(?<![\\w-])${lookup(names, parameter) ?? parameter.replaceAll('_', '[_ ]?')}s?(?![\\w-])${marks}`;

/** What servers say about a missing parameter. "Missing or invalid" can be either. */
export const errorAboutMissing = (parameter: string): RegExp => {
  const name = named(parameter);
  return new RegExp(`\\bmissing${filler}\\s{1,3}${name}|${name}(?: parameter| value)?\\s{1,3}${absent}`, 'i');
};

/**
 * What servers say about a missing or invalid parameter: "missing required parameter 'response_type'", "Invalid
 * parameter: redirect_uri", "OAuth 2.0 Parameter: client_id", "scope isn't valid", "redirect URI did not match", "The
 * 'scope' parameter contains a value that isn't configured", "client_id 0oa1 not found".
 */
export const errorAbout = (parameter: string): RegExp => {
  const name = named(parameter);
  return new RegExp(`${before}\\s{1,3}${name}|${name}(?: parameter| value)?${value}\\s{1,3}${problem}`, 'i');
};

/** What servers say of something that they don't know: "client is not registered", "unknown application". */
export const errorAboutUnknown = (name: string): RegExp =>
  new RegExp(
    `(?<!e\\.g\\.,? )\\b(?:${unlisted}|no (?:such|matching|registered)) ${named(name)}|${named(name)}${value}\\s{1,3}(?:${[
      `(?:is|was) (?:${unlisted})`,
      `${negated}(?:${listed}|${list})`,
      `(?:did|does)${not} exist`,
    ].join('|')})\\b`,
    'i',
  );

/**
 * What a client says if the state that came back isn't the one that it sent. "Invalid state" and "state is required" are
 * also said of other things, so they count only as a whole error, or about a parameter.
 */
export const errorAboutState = new RegExp(
  [
    '\\bstate[_-]?mismatch\\b',
    '\\bmismatching[ _]state\\b',
    '\\bstate not equal\\b',
    '\\binvalid_state\\b',
    '(?:^|\\berror["\']?=["\']?|[:)>]\\s{0,3}["\']?)invalid[ -]?state(?=["\']?\\s{0,3}(?:$|[.,:;!<(]))',
    '\\b(?:invalid|missing|unknown|expired) ["\']?state["\']? (?:parameter|value)\\b',
    '\\bstate["\']? (?:parameter|value) (?:is|was) (?:invalid|missing|expired|not valid)\\b',
    `\\bstate["']?(?: parameter| value)? (?:did|does)${not} match(?=["'.,;:!)<]|$)`,
  ].join('|'),
  'i',
);
