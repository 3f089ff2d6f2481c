import { isPlain, misleading } from './characters.ts';

/** Terminal control sequences, ECMA-48: CSI, OSC and other strings, single escapes; also unterminated ones. */
export const escapeSequences =
  /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[PX^_][^\x1b]*(?:\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g;

const lineBreaks = /\r\n|[\n\r\u2028\u2029]/g;

const everyMisleading = new RegExp(`${misleading.source}|\\t`, 'g');

/** Zero-width characters. A name may need them for its script; in a message, they can only hide something. */
const joiners = /[\u00ad\u200b-\u200d\u2060-\u2065]/g;

/** The longest foreign text that is shown in full. */
const longest = 300;

/** A value on one line, without terminal control sequences and bidirectional characters. */
export function printableValue(text: string): string {
  if (isPlain(text)) return text.replaceAll('\n', ' ');
  return text.replace(escapeSequences, '').replace(lineBreaks, ' ').replace(everyMisleading, '');
}

/** The same without invisible characters: for foreign text in a message. */
export function printable(text: string): string {
  const value = printableValue(text);
  return isPlain(value) ? value : value.replace(joiners, '');
}

/** The same, truncated: for text from a server, a file or the environment in a message. */
export function excerpt(text: string, length: number = longest): string {
  const clean = printable(text);
  return clean.length > length ? `${clean.slice(0, length)}...` : clean;
}
