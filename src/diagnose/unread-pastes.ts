import { labels, registrationFields } from '../facts/labels.ts';
import type { Line } from '../message.ts';
import { programName } from '../terminal/program-words.ts';

/** Something to do with a sign-in that a paste may be and that isn't read, and what to do instead. */
interface Unread {
  readonly isIn: (paste: string) => boolean;
  readonly instead: readonly Line[];
}

/** A page with fewer of its labels may be another one. */
const fewestLabels = 4;

const fieldLabels = registrationFields.map((field) => labels[field].toLowerCase());

function hasLabels(paste: string): boolean {
  const lines = new Set(
    paste
      .split('\n')
      .map((line) => /^[\s*|]*([a-z ]{4,20}?)\s*(?:$|[*:|\t])/i.exec(line)?.[1]?.toLowerCase()),
  );
  return fieldLabels.filter((label) => lines.has(label)).length >= fewestLabels;
}

const unread: readonly Unread[] = [
  {
    isIn: (paste) => /\b(?:grant_type|code_verifier)\b/.test(paste),
    instead: [
      "The paste looks like a token request, whose values can't be checked. Paste the response to it, which contains the error.",
      `Anyone who can read a token request knows the ${labels.clientSecret} and the code verifier.`,
    ],
  },
  {
    isIn: hasLabels,
    instead: [
      "The paste looks like the form of the app registration, which can't be read. Paste its Parameters rows. To check its other values, run:",
      {
        command: [programName, 'verify'],
        usage: '--client-id <id> --scopes <list> --authentication-url <url>',
      },
    ],
  },
];

/** What to do with a paste in which nothing was recognized, if it shows what it is. */
export const insteadOf = (paste: string): readonly Line[] =>
  unread.find(({ isIn }) => isIn(paste))?.instead ?? [];
