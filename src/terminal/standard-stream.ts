/** The path that means standard input or output. */
export const standardStream = '-';
