import { type KnownError, noneAtFault } from './error-meaning.ts';
import { anyOf } from './error-words.ts';

/** What keeps a sign-in window from opening or finishing, as browsers and sign-in pages word it. */
export const browserErrors: readonly KnownError[] = [
  {
    words: /pop-?ups? (?:(?:is|are|was|were) )?blocked|allow pop-?ups/i,
    means: `The browser blocked the sign-in window. ${noneAtFault}`,
    causes: [],
    advice: 'Allow pop-ups for Jitterbit, then sign in again.',
  },
  {
    words: /\bERR_BLOCKED_BY_CLIENT\b/i,
    means: `A browser extension blocked the page. ${noneAtFault}`,
    causes: [],
    advice: 'Turn off content blockers for ZoomInfo and Jitterbit, then sign in again.',
  },
  {
    words:
      /header or cookie too large|too[ _]many[ _]redirects|redirected you too many times|isn't redirecting properly/i,
    means: `Old cookies in the browser prevent the sign-in. ${noneAtFault}`,
    causes: [],
    advice:
      'Delete the cookies of zoominfo.com and jitterbit.com, or use a private window. Then sign in again.',
  },
  {
    words: /verify (?:that )?you are human|checking your browser before/i,
    means: `A page checks whether you're human. ${noneAtFault}`,
    causes: [],
    advice: 'Finish the check in the sign-in window. If it repeats, try another network.',
  },
  {
    words: anyOf(/couldn't find your session/, /already submitted this page/),
    everyday: anyOf(
      /window was closed before/,
      /session (?:has )?(?:expired|ended|timed out)/,
      /session timeout/,
      /page (?:has )?expired/,
    ),
    means: `The sign-in wasn't finished in time, or its window was closed. ${noneAtFault}`,
    causes: [],
    advice: 'Close all sign-in windows, then sign in again in Jitterbit.',
  },
];
