import { isPlain, misleading } from './characters.ts';
import { escapeSequences } from './sanitize.ts';

/** Exactly the sequences that our paints write (SGR: bold, dim, four colors and their ends). */
const ownStyle = /(\x1b\[(?:1|2|22|31|32|33|36|39)m)/;

const everyMisleading = new RegExp(misleading.source, 'g');

/**
 * Screens a complete text for people, as the last step before output: it can't control a terminal, change the reading
 * direction or command a CI runner. Line breaks stay, and so do our own styles if `isPainted`.
 */
export function screened(text: string, isPainted: boolean): string {
  const parts = isPainted ? text.split(ownStyle) : [text];
  return harmlessInLogs(
    parts.map((part, index) => (index % 2 === 1 ? part : withoutControls(part))).join(''),
  );
}

const withoutControls = (text: string): string =>
  isPlain(text)
    ? text
    : text
        .replace(escapeSequences, '')
        .replace(/[\t\u2028\u2029]/g, ' ')
        .replace(/\r/g, '')
        .replace(everyMisleading, '');

/**
 * CI runners obey a line that begins with `::`, after any white space, and `##[…]` (`##vso[`, `##teamcity[`) anywhere.
 * A space disarms both. Wrapping can move text to the beginning of a line, so this runs last.
 */
const harmlessInLogs = (text: string): string => (/::|##/.test(text) ? disarmed(text) : text);

const disarmed = (text: string): string =>
  text.replace(/^([^\S\n]*):(?=:)/gm, '$1: ').replace(/##(?=(?:vso|teamcity)?\[)/gi, '# #');
