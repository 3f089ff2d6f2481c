import { hash } from 'node:crypto';

/** Names one inline script or style sheet in a Content-Security-Policy, CSP Level 3 section 2.3.1. */
export const hashSource = (text: string): string => `'sha256-${hash('sha256', text, 'base64')}'`;
