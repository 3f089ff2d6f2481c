import { halfCharacter } from '../text/characters.ts';
import { excerpt, printable } from '../text/sanitize.ts';

/** Stands where a secret stood. */
export const hidden = '(hidden)';

/** Shorter texts stand in ordinary words too, and no secret is that short. */
const shortestSecret = 6;

/**
 * Knows every secret of a run and takes it out of whatever comes from outside: a server may send back what it was sent.
 * Plain, percent-encoded and form-encoded spellings are known alike.
 */
export interface Redactor {
  add(...secrets: readonly (string | null | undefined)[]): void;
  /** Foreign text for a message: nothing acts on a terminal, no secret, at most `length` characters. */
  redact(text: string, length?: number): string;
}

export function makeRedactor(): Redactor {
  const secrets = new Set<string>();
  return {
    add: (...more) => {
      for (const secret of more) {
        if (!secret || secret.length < shortestSecret) continue;
        for (const spelling of spellingsOf(secret)) secrets.add(spelling);
      }
    },
    redact: (text, length) => {
      const longestFirst = [...secrets].sort((left, right) => right.length - left.length);
      const clean = longestFirst.reduce((rest, secret) => rest.replaceAll(secret, hidden), printable(text));
      return excerpt(clean, length);
    },
  };
}

const halfCharacters = new RegExp(halfCharacter.source, 'gu');

/** What a token cannot be made of has no percent-encoding, but a server can send it in JSON. */
function spellingsOf(secret: string): string[] {
  const whole = secret.replace(halfCharacters, '\ufffd');
  return [secret, encodeURIComponent(whole), new URLSearchParams([['', secret]]).toString().slice(1)];
}
