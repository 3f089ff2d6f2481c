import { crypto } from '../oauth/crypto.ts';

/** The source expression that allows one inline script or style sheet (CSP Level 3 section 2.3.1). */
export const hashSource = (text: string): string => `'sha256-${crypto().hash('sha256', text, 'base64')}'`;
