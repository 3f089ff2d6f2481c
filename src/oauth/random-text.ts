import { randomBytes } from 'node:crypto';

/** 32 random bytes in base64url: what `state` and a dummy code are (RFC 6749 section 10.10). */
export const randomText = (): string => randomBytes(32).toString('base64url');
