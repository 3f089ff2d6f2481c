import type { ServerError } from '../../oauth/server-error.ts';
import { errorInUrl } from '../evidence/error-in-url.ts';
import type { Evidence, FoundUrl } from '../evidence/evidence.ts';
import { collapsed } from './collapse.ts';
import { withoutHardWraps } from './hard-wraps.ts';
import { isRow, requestsInJson } from './json-requests.ts';
import { type JsonSpan, jsonSpans } from './json-spans.ts';
import { masked } from './mask.ts';
import { messagesIn } from './messages.ts';
import { listsInText } from './parameter-lists.ts';
import { hasAny, redirectNames } from './parameter-names.ts';
import { plainPaste } from './paste-lines.ts';
import { type FoundAt, urlsInText } from './urls-in-text.ts';
import { verifierRowsIn } from './verifier-rows.ts';

/** Finds all evidence of a sign-in in a pasted text. Judges nothing, and never throws. */
export function recognize(paste: string): Evidence {
  const text = plainPaste(paste);
  const json = jsonSpans(text).filter(({ value }) => !isRow(value));
  const lists = listsInText(masked(text, json));
  const withoutLists = masked(text, lists);
  const urls = urlsInText(withoutLists);
  const found = [...lists, ...urls, ...json.map(inJson)].sort((one, other) => one.start - other.start);
  const rest = masked(withoutLists, urls);
  const joined = withoutHardWraps(rest);
  const verifierRows = verifierRowsIn(text);
  const landed = found.flatMap(({ responses }): readonly FoundUrl[] => responses);
  return {
    requests: collapsed(found.flatMap(({ requests }): readonly FoundUrl[] => requests)),
    responses: collapsed(landed.filter((url) => !isForm(url))),
    ...(verifierRows.length === 0 ? {} : { verifierRows }),
    messages: [...errorsInForms(landed), ...messagesIn(rest)],
    ...(joined === rest ? {} : { rejoined: messagesIn(joined) }),
  };
}

const inJson = ({ value, ...place }: JsonSpan): FoundAt => ({
  ...place,
  requests: requestsInJson(value),
  responses: [],
});

const errorsInForms = (landed: readonly FoundUrl[]): ServerError[] =>
  landed
    .filter(isForm)
    .map(errorInUrl)
    .filter((error) => error !== undefined);

/** Whether parameters are the body of a token response, not the query of a redirect, which has a state. */
const isForm = ({ endpoint, parameters }: FoundUrl): boolean =>
  endpoint === undefined && !hasAny(parameters, redirectNames);
