import type { Verdict } from '../../checks/check.ts';
import type { Page } from '../../context/page.ts';
import { hashSource } from '../../render/content-policy.ts';

const style =
  'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1rem;color-scheme:light dark}';

/** What the user reads in the browser: fixed words for each verdict, nothing of the sign-in. */
const words: Record<Verdict, readonly [title: string, text: string]> = {
  pass: ['The sign-in works', 'Every check of the sign-in passed.'],
  warn: ['The sign-in works, with warnings', 'The terminal says what to look at.'],
  fail: ['The sign-in does not work yet', 'The terminal says what is wrong and where to change it.'],
  inconclusive: ['The sign-in could not be judged', 'The terminal says what was seen.'],
};

const contentPolicy = [
  "default-src 'none'",
  `style-src ${hashSource(style)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The last page of a login in loopback mode: no script, no request, nothing reflected. */
export function resultPage(verdict: Verdict): Page {
  const [title, text] = words[verdict];
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1>${title}</h1>
<p>${text}</p>
<p>You can close this window.</p>
</body>
</html>
`;
  return { html, contentPolicy };
}
