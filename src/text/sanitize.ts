import { misleading } from './characters.ts';

/** Sequences that a terminal acts on, ECMA-48: CSI, OSC and other strings, single escapes; those without an end too. */
export const escapeSequences =
  /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[PX^_][^\x1b]*(?:\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g;

const lineBreaks = /\r\n|[\n\r\u2028\u2029]/g;

const everyMisleading = new RegExp(`${misleading.source}|\\t`, 'g');

/** They have no width of their own: in a message they only hide something, in a name they may be a part of the script. */
const joiners = /[\u00ad\u200b-\u200d\u2060-\u2065]/g;

/** The longest foreign text that is shown whole. */
const longest = 300;

/** A value without anything that acts on a terminal or turns the direction of reading, on one line. */
export function printableValue(text: string): string {
  return text.replace(escapeSequences, '').replace(lineBreaks, ' ').replace(everyMisleading, '');
}

/** The same without characters that nobody sees: for words of others inside a message. */
export function printable(text: string): string {
  return printableValue(text).replace(joiners, '');
}

/** The same, cut: for words of a server, a file or the environment inside a message. */
export function excerpt(text: string, length: number = longest): string {
  const clean = printable(text);
  return clean.length > length ? `${clean.slice(0, length)}...` : clean;
}
