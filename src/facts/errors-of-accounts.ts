import { type KnownError, meanings } from './error-meaning.ts';

/** What sign-in pages say about the user, in words for people. */
export const accountErrors: readonly KnownError[] = [
  {
    words:
      /account (?:is|has been) (?:locked|disabled|deactivated|suspended|blocked)|(?:invalid|incorrect) (?:user ?name|email) or password|unable to sign in\b(?!\?)/i,
    ...meanings.notSignedIn,
  },
  {
    words:
      /(?:don't|do not) have (?:permission|access) to (?:access )?(?:this app|zoominfo)|subscription (?:doesn't|does not) include/i,
    ...meanings.userNotAllowed,
  },
];
