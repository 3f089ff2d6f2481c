const escapeSequences =
  /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[PX^_][^\x1b]*(?:\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g;

const lineBreaks = /\r\n|[\n\r\u2028\u2029]/g;

/** Control and bidirectional characters. Joiners stay: names in some scripts are written with them. */
const invisible = /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

/** The longest foreign text that is shown whole. */
const longest = 300;

/** Foreign text without anything that acts on a terminal or misleads the eye, on one line. */
export function printable(text: string): string {
  return text.replace(escapeSequences, '').replace(lineBreaks, ' ').replace(invisible, '');
}

/** The same, cut: for words of a server, a file or the environment inside a message. */
export function excerpt(text: string, length: number = longest): string {
  const clean = printable(text);
  return clean.length > length ? `${clean.slice(0, length)}...` : clean;
}
