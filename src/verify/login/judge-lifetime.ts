import { type Finding, passed, warned } from '../../checks/finding.ts';
import type { Tokens } from '../../oauth/tokens.ts';

/** Below this, a long operation outlives its token. */
const shortestLifetime = 60;

const longestYears = 10;

/** A larger number can't be in seconds. */
const longestLifetime = longestYears * 365 * 86_400;

const guessing = 'Jitterbit has to guess when to refresh it.';

/** How long the access token is valid, RFC 6749 section 5.1: seconds, as a number. */
export function judgeLifetime({ expiresIn }: Tokens): Finding {
  if (expiresIn === undefined || expiresIn === null)
    return warned(
      `The server doesn't say how long the access token is valid. ${guessing}`,
      undefined,
      'absent',
    );
  if (typeof expiresIn === 'number') return judgeSeconds(expiresIn);
  const asText = typeof expiresIn === 'string' ? secondsIn(expiresIn) : undefined;
  const rest = asText === undefined ? guessing : judgeSeconds(asText).detail;
  return warned(
    `The server doesn't send the lifetime as a number${typeof expiresIn === 'string' ? ' but as text' : ''}. ${rest}`,
    undefined,
    'not-a-number',
  );
}

function judgeSeconds(seconds: number): Finding {
  if (!(seconds > 0)) {
    const shown = Number.isSafeInteger(seconds) ? `a lifetime of ${seconds} seconds` : 'a negative lifetime';
    return warned(
      `The server sends ${shown}, so the access token is expired on arrival.`,
      undefined,
      'not-positive',
    );
  }
  if (seconds > longestLifetime)
    return warned(
      `The server sends a lifetime of more than ${longestYears} years. The lifetime must be in seconds, not in milliseconds or as a date.`,
      undefined,
      'too-long',
    );
  const words = `The access token is valid for ${seconds < 1 ? 'less than 1 second' : duration(seconds)}.`;
  return seconds < shortestLifetime
    ? warned(`${words} That is very short.`, undefined, 'short')
    : passed(words);
}

/** A number of seconds in a text. */
function secondsIn(text: string): number | undefined {
  return /^\s*[+-]?\d{1,15}(?:\.\d{1,15})?\s*$/.test(text) ? Number(text) : undefined;
}

/** Smaller ones are in seconds. */
const units: readonly [seconds: number, name: string][] = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
];

/** `90 minutes`, `24 hours`: in the largest unit that stays precise. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [size, name] = units.find(([unit]) => whole >= 2 * unit || (whole >= unit && whole % unit === 0)) ?? [
    1,
    'second',
  ];
  const count = Math.round((whole / size) * 10) / 10;
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
