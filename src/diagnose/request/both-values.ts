import type { Line } from '../../message.ts';
import { parseUrl } from '../../text/parse-url.ts';
import { tellingLength } from '../../verify/offline/spoiled-challenge.ts';

/** The right value and, in the line below, the one in the request, to see how they differ. */
export const bothValues = (right: string, found: string | undefined): Line[] =>
  found === undefined || found === right
    ? [{ value: right }]
    : [{ value: right }, { value: `${found}  ${note(found)}` }];

/** Stands for a character that isn't the one of the right value. */
const other = '?';

const note = (found: string): string =>
  found.includes(other) ? '(in the request; ? is a different character)' : '(in the request)';

/** A value that is longer by more than this was pasted together with another text. */
const mostExtra = 20;

/**
 * A value as far as it is the same as the right one, with marks in place of all other characters: it may be a secret that
 * was pasted into the wrong field. Undefined if they have little in common.
 */
export function commonPart(value: string, right: string): string | undefined {
  if (value.length > right.length + mostExtra) return undefined;
  const shown = value.length === right.length ? samePositions(value, right) : sameEnds(value, right);
  const common = shown.replaceAll(other, '').length;
  return common >= tellingLength && common > right.length / 2 ? shown : undefined;
}

const samePositions = (value: string, right: string): string =>
  value
    .split('')
    .map((character, at) => (character === right[at] ? character : other))
    .join('');

function sameEnds(value: string, right: string): string {
  const start = commonLength(value, right);
  const rest = value.slice(start);
  const end = commonLength(reversed(rest), reversed(right.slice(start)));
  const middle = rest.length - end;
  return value.slice(0, start) + other.repeat(middle) + rest.slice(middle);
}

function commonLength(one: string, two: string): number {
  const at = one.split('').findIndex((character, index) => character !== two[index]);
  return at < 0 ? one.length : at;
}

const reversed = (text: string): string => text.split('').reverse().join('');

/** Parts of a path that are words, not random text. */
const wordyPath = /^(?:\/[a-z]{1,20}(?:[-_.][a-z]{1,20}){0,3}\d{0,2}){0,10}\/?$/i;
const plainHost = /^(?:[a-z][a-z-]{0,19}\.){1,5}[a-z]{2,10}$/i;

/** A URL as far as it is written in words and has the host or the path of the right one; else undefined. */
export function plainUrl(text: string, right: string): string | undefined {
  const [url, rightUrl] = [parseUrl(text), parseUrl(right)];
  if (url === undefined || rightUrl === undefined || !/^[\x21-\x7e]{1,200}$/.test(text)) return undefined;
  const isBare = url.search + url.hash + url.username + url.password + url.port === '' && !/[?#@]/.test(text);
  const isWordy = plainHost.test(url.hostname) && wordyPath.test(url.pathname);
  const isNear = url.host === rightUrl.host || url.pathname === rightUrl.pathname;
  return isBare && isWordy && isNear ? text : undefined;
}
