/** The length of a code verifier in characters, RFC 7636 section 4.1: 43 (32 bytes) to 128. */
export const verifierLength = { min: 43, max: 128 } as const;
