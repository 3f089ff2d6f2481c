import { type Finding, failed, passed, undecided, warned } from '../../checks/finding.ts';
import type { Redactor } from '../../checks/redactor.ts';
import { labels } from '../../facts/labels.ts';
import { formField, portalPart } from '../../facts/places.ts';
import { openIdScopes } from '../../facts/scopes.ts';
import type { Departure, Tokens } from '../../oauth/tokens.ts';
import { listItems } from '../../text/list-items.ts';
import { foreignWords } from '../online/quote.ts';

/** The type of token, RFC 6749 section 7.1: a client must not use an unknown one. */
export function judgeTokenType({ tokenType, departures }: Tokens, redactor: Redactor): Finding {
  if (tokenType === undefined || tokenType === null || tokenType === '')
    return withDepartures('The server exchanged the code for an access token.', [untyped, ...departures]);
  if (typeof tokenType === 'string' && /^\s*bearer\s*$/i.test(tokenType))
    return withDepartures('The server exchanged the code for an access token (Bearer).', departures);
  const found =
    typeof tokenType === 'string' ? `is "${foreignWords(tokenType, redactor, 40)}" instead of` : "isn't";
  return undecided(
    `The server issued an access token, but its type ${found} Bearer. The connector may not be able to use it.`,
    undefined,
    'token-type',
  );
}

const untyped: Departure = {
  code: 'token-type',
  says: 'The token type is missing, which RFC 6749 section 5.1 requires.',
};

/** A pass, or a warning if the response departs from RFC 6749. */
export function withDepartures(words: string, departures: readonly Departure[]): Finding {
  const [first] = departures;
  if (first === undefined) return passed(words);
  return warned([words, ...departures.map(({ says }) => says)].join(' '), undefined, first.code);
}

/** Granted against requested scopes. No scope in the response means all of them (RFC 6749 section 5.1). */
export function judgeScopes({ scope }: Tokens, asked: readonly string[], redactor: Redactor): Finding {
  if (scope === undefined)
    return passed("The server didn't list scopes, which means that it granted all requested ones.");
  const granted = grantedScopes(scope);
  if (granted === undefined) return warned('The server lists the granted scopes in an unreadable format.');
  if (granted.size === 0)
    return warned("The list of granted scopes is empty, so it doesn't show what was granted.");
  const missing = asked.filter((each) => !granted.has(each));
  const serious = missing.filter((each) => !openIdScopes.includes(each));
  const further = [...granted].filter((each) => !asked.includes(each)).slice(0, mostFurther);
  const names = (scopes: readonly string[]) =>
    scopes.map((each) => foreignWords(each, redactor, 60)).join(' ');
  const more = further.length === 0 ? '' : ` Also granted: ${names(further)}.`;
  if (missing.length === 0) return passed(`All requested scopes were granted.${more}`);
  const detail = `Not granted: ${names(missing)}.${more}`;
  const fix = `Select the missing scopes in ${portalPart(labels.oauthScopes)}, or remove them from ${formField('scopes')}.`;
  return serious.length > 0 ? failed(detail, fix, 'scopes-narrowed') : warned(detail, fix, 'scopes-narrowed');
}

/** The most scopes that are listed. */
const mostFurther = 20;

/**
 * The scopes in a text, separated by any white space or commas, or in a list of such texts; `null` is an empty one.
 * Undefined for any other value: a server can send an object that can't be converted to text.
 */
function grantedScopes(scope: unknown): ReadonlySet<string> | undefined {
  const given = typeof scope === 'string' ? listIn(scope) : (scope ?? []);
  if (!Array.isArray(given)) return undefined;
  const texts = given.filter((each) => typeof each === 'string');
  if (texts.length === 0 && given.length > 0) return undefined;
  return new Set(texts.flatMap(listItems));
}

/** A list in a text, or the text itself. */
function listIn(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [text];
  } catch {
    return [text];
  }
}
