/** Undoes percent-encoding once. What isn't a valid escape remains; bytes that aren't UTF-8 become U+FFFD. */
export const percentDecoded = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (escapes) =>
    Buffer.from(escapes.replaceAll('%', ''), 'hex').toString('utf8'),
  );
