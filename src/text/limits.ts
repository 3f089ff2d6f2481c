/** Characters of one text in a setup file. */
export const longestText = 65_536;

/** Scopes in a setup file. */
export const mostScopes = 1000;

/** Bytes of a setup file. */
export const largestSetup = 1024 * 1024;
