/** A text with straight quotation marks and plain spaces, of the same length. */
export const plainMarks = (text: string): string =>
  plainSpaces(text)
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟]/g, '"');

/** A text with spaces in place of those that don't break. */
export const plainSpaces = (text: string): string => text.replace(/[\u00a0\u2007\u202f]/g, ' ');
