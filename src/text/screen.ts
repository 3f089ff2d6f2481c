import { misleading } from './characters.ts';
import { escapeSequences } from './sanitize.ts';

/** What our own paints write (SGR: bold, dim, four colours and their ends), and no other sequence. */
const ownStyle = /(\x1b\[(?:1|2|22|31|32|33|36|39)m)/;

const everyMisleading = new RegExp(misleading.source, 'g');

/**
 * The last look at a text for people, after all of it was put together: nothing in it acts on a terminal, turns the
 * direction of reading or commands the runner of a CI log. Line breaks stay; so do our own styles where `isPainted`.
 */
export function screened(text: string, isPainted: boolean): string {
  const parts = isPainted ? text.split(ownStyle) : [text];
  return harmlessInLogs(
    parts.map((part, index) => (index % 2 === 1 ? part : withoutControls(part))).join(''),
  );
}

const withoutControls = (text: string): string =>
  text
    .replace(escapeSequences, '')
    .replace(/[\t\u2028\u2029]/g, ' ')
    .replace(/\r/g, '')
    .replace(everyMisleading, '');

/**
 * Runners obey a line that begins with `::`, after any white space, and `##[…]` (`##vso[`, `##teamcity[`) anywhere.
 * A space breaks the spell; wrapping may have put the words at the beginning of a line, so this comes last.
 */
const harmlessInLogs = (text: string): string =>
  text.replace(/^([^\S\n]*):(?=:)/gm, '$1: ').replace(/##(?=(?:vso|teamcity)?\[)/gi, '# #');
