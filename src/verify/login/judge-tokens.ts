import { type Finding, failed, passed, undecided, warned } from '../../checks/finding.ts';
import type { Redactor } from '../../checks/redactor.ts';
import { labels } from '../../facts/labels.ts';
import { formField, portalPart } from '../../facts/places.ts';
import { openIdScopes } from '../../facts/scopes.ts';
import type { Tokens } from '../../oauth/tokens.ts';
import { foreignWords } from '../online/quote.ts';

/** The type of token, RFC 6749 section 7.1: a client must not use one that it does not know. */
export function judgeTokenType({ tokenType }: Tokens, redactor: Redactor): Finding {
  if (typeof tokenType === 'string' && /^bearer$/i.test(tokenType))
    return passed('The server exchanged the code for an access token (Bearer).');
  const found = typeof tokenType === 'string' ? `"${foreignWords(tokenType, redactor, 40)}"` : 'not said';
  return undecided(
    `The server gave an access token, but its type is ${found}, not Bearer: whether the connector can use it is not known.`,
    undefined,
    'token-type',
  );
}

/** What was granted against what was asked. No scope in the answer means: all of them (RFC 6749 section 5.1). */
export function judgeScopes({ scope }: Tokens, asked: readonly string[], redactor: Redactor): Finding {
  if (scope === undefined || scope === null)
    return passed('The server did not list scopes, which means that it granted what was asked for.');
  if (typeof scope !== 'string' && !Array.isArray(scope))
    return warned('The server lists the granted scopes in a form that cannot be read.');
  const granted = (Array.isArray(scope) ? scope : scope.split(' ')).filter(isName);
  const missing = asked.filter((each) => !granted.includes(each));
  const serious = missing.filter((each) => !openIdScopes.includes(each));
  const further = granted
    .filter((each) => !asked.includes(each))
    .map((each) => foreignWords(each, redactor, 60));
  const more =
    further.length === 0 ? '' : ` It granted more than was asked for: ${further.slice(0, 20).join(' ')}.`;
  if (missing.length === 0) return passed(`Every scope that was asked for was granted.${more}`);
  const detail = `Not granted: ${missing.map((each) => redactor.redact(each, 60)).join(' ')}.${more}`;
  const fix = `Select the missing ones in ${portalPart(labels.oauthScopes)}, or remove them from ${formField('scopes')}.`;
  return serious.length > 0 ? failed(detail, fix, 'scopes-narrowed') : warned(detail, fix, 'scopes-narrowed');
}

/** Nothing else than text is taken: a server can send an object that cannot be made into one. */
const isName = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Less than this, and a long operation outlives its token. */
const shortestLifetime = 60;

export function judgeLifetime({ expiresIn }: Tokens): Finding {
  const refreshing = 'Jitterbit has to guess when to refresh it.';
  if (expiresIn === undefined || expiresIn === null)
    return warned(
      `The server does not say how long the access token lives. ${refreshing}`,
      undefined,
      'absent',
    );
  if (typeof expiresIn !== 'number')
    return warned(
      `The server gives the lifetime as ${nameOfType(expiresIn)}, not as a number. ${refreshing}`,
      undefined,
      'not-a-number',
    );
  if (!(expiresIn > 0))
    return warned(
      `The server gives a lifetime of ${expiresIn} seconds: the access token is expired when it arrives.`,
      undefined,
      'not-positive',
    );
  const words = `The access token lives ${duration(expiresIn)}.`;
  return expiresIn < shortestLifetime
    ? warned(`${words} That is very short.`, undefined, 'short')
    : passed(words);
}

const nameOfType = (value: unknown): string => (typeof value === 'string' ? 'text' : 'something else');

/** Seconds are what is left. */
const units: readonly [seconds: number, name: string][] = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
];

/** `90 minutes`, `24 hours`: the largest unit that loses nothing of note. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [size, name] = units.find(([unit]) => whole >= 2 * unit || (whole >= unit && whole % unit === 0)) ?? [
    1,
    'second',
  ];
  const count = Math.round((whole / size) * 10) / 10;
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
