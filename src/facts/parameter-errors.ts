/** Marks between a parameter's name and the problem. */
const marks = '[\'"`\u2018\u2019\u201c\u201d():]{0,2}';

/** What a server says is wrong, unlike a question about the parameter, or a remark that it is right. */
const problem = `(?:${[
  '(?:is|was|are) (?:missing|required|mandatory|invalid|malformed|empty)',
  '(?:(?:is|was|are) )?not (?:supported|allowed|permitted|valid|registered|found|provided|specified|present)',
  'must (?:not )?(?:be|match|have|contain)(?! (?:right|correct|fine|ok)\\b)',
  "(?:did not|does not|doesn't) (?:match|exist)",
  'mismatch',
].join('|')})\\b`;

/**
 * What servers say about a missing or invalid parameter: "missing required parameter 'response_type'", "Invalid
 * parameter: redirect_uri", "OAuth 2.0 Parameter: client_id", "scope is not valid", "redirect URI did not match".
 */
export const errorAbout = (parameter: string): RegExp => {
  const spelled = parameter.replaceAll('_', '[_ ]?');
  const name = `${marks}(?<![\\w-])${spelled}(?![\\w-])${marks}`;
  const before =
    '(?:missing|invalid|unsupported|unknown|not supported)(?: (?:a|the|value|values|of|for|required|request|parameters?(?:\\(s\\))?)){0,5}:?|OAuth 2\\.0 parameter:';
  return new RegExp(`\\b(?:${before})\\s{1,3}${name}|${name}(?: parameter| value)?\\s{1,3}${problem}`, 'i');
};
