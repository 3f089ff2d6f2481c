/** The most characters of one text in a setup file. */
export const longestText = 65_536;

/** Whether a text has more characters. Like JSON Schema, it counts code points: at most as many as code units. */
export const isLonger = (text: string, maximum: number): boolean =>
  text.length > maximum && [...text].length > maximum;

/** The most scopes in a setup file. */
export const mostScopes = 1000;

/** The most bytes of a setup file. */
export const largestSetup = 1024 * 1024;

/** The most bytes of a paste to diagnose, or characters at a prompt. */
export const largestPaste = 1024 * 1024;
