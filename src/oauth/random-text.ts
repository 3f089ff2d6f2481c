import { crypto } from './crypto.ts';

/** 32 random bytes in base64url, for `state` and dummy codes (RFC 6749 section 10.10). */
export const randomText = (): string => crypto().randomBytes(32).toString('base64url');
