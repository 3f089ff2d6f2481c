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
  {
    words: anyOf(
      /(?:(?:don't|do not|doesn't|does not) have|lacks?|missing|insufficient|no) (?:permissions?|access|rights) (?:to (?:access |use )?|for )(?:the )?(?:scope )?(?=api:[a-z])/,
      /not (?:entitled|permitted) to (?:access |use )?(?:the )?(?:scope )?(?=api:[a-z])/,
    ),
    means: "You don't have access to the data of a scope.",
    causes: ['neededScopes'],
    otherwise:
      'If the scope was added after you signed in, sign in to the connection again. Your ZoomInfo package may also not include the data. If so, ask your ZoomInfo admin.',
  },
];
