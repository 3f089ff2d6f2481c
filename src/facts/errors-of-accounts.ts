import { type KnownError, meanings } from './error-meaning.ts';
import { anyOf } from './error-words.ts';

/** What sign-in pages say about the user, in words for people. */
export const accountErrors: readonly KnownError[] = [
  {
    words: anyOf(/(?:invalid|incorrect) (?:user ?name|email) or password/, /unable to sign in\b(?!\?)/),
    everyday: /account (?:is|has been) (?:locked|disabled|deactivated|suspended|blocked)/i,
    ...meanings.notSignedIn,
  },
  {
    words: anyOf(
      /(?:don't|do not) have (?:permission|access) to (?:access )?(?:this app|zoominfo)/,
      /subscription (?:doesn't|does not) include this/,
    ),
    ...meanings.userNotAllowed,
  },
];
