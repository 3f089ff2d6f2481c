import type { Line } from '../message.ts';
import { protocolWordsIn } from '../oauth/protocol-words.ts';
import { decodedDeeply } from '../text/decode-deeply.ts';
import { excerpt } from '../text/sanitize.ts';
import { type Check, type Fix, linesOfFix } from './check.ts';
import { Fragments } from './fragments.ts';

/** Replaces a value that is always secret. */
export const hidden = '(hidden)';

/** The rest of a longer text is neither searched nor shown. */
const longestLook = 20_000;

/**
 * Knows every secret of a run, and withholds any text from outside that contains eight characters in a row of one (all of a
 * shorter one), in any encoding, split or truncated, since a server may echo what it receives.
 */
export interface Redactor {
  add(...secrets: readonly (string | null | undefined)[]): void;
  /** Foreign text for a message: without control characters and secrets, at most `length` characters long. */
  redact(text: string, length?: number): string;
  /** Whether a text contains eight or more characters in a row of a secret. */
  holds(text: string): boolean;
}

/** A redactor that knows no secret yet. */
export function makeRedactor(): Redactor {
  const fragments = new Fragments();
  return {
    add: (...more) => {
      for (const secret of more) if (secret) fragments.add(secret);
    },
    redact: (text, length) => {
      const start = text.slice(0, longestLook);
      return fragments.areIn(start, true) ? withheld(start) : excerpt(start, length);
    },
    holds: (text) => fragments.areIn(text, false),
  };
}

/** A text that contains a secret is reduced to its public words. */
function withheld(text: string): string {
  const words = protocolWordsIn(decodedDeeply(text, true));
  return `(withheld: contains a secret${words.length === 0 ? '' : `; mentions ${words.join(', ')}`})`;
}

/** The last redaction of a check whose words came from a server. */
export function withoutSecrets(check: Check, redactor: Redactor): Check {
  const { code, fix, ...rest } = check;
  const safe = (text: string): string => (redactor.holds(text) ? redactor.redact(text) : text);
  return {
    ...rest,
    detail: safe(check.detail),
    ...(fix === undefined ? {} : { fix: safeFix(fix, safe) }),
    ...(code === undefined || redactor.holds(code) ? {} : { code }),
  };
}

function safeFix(fix: Fix, safe: (text: string) => string): Fix {
  if (typeof fix === 'string') return safe(fix);
  return linesOfFix(fix).map((line): Line => {
    if (typeof line === 'string') return safe(line);
    const text = 'value' in line ? line.value : line.command.join(' ');
    return safe(text) === text ? line : safe(text);
  });
}
