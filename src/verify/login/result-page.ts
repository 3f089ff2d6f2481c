import type { Verdict } from '../../checks/check.ts';
import type { Page } from '../../context/page.ts';
import { hashSource } from '../../render/content-policy.ts';

const style =
  ':root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1rem}';

const details = 'See the terminal for details.';

/** The page text for each verdict. It is fixed and contains nothing from the sign-in. */
const words: Record<Verdict, readonly [title: string, text: string]> = {
  pass: ['Sign-in succeeded', 'All checks of the sign-in passed.'],
  warn: ['Sign-in succeeded, with warnings', details],
  fail: ['Sign-in failed', details],
  inconclusive: ['Sign-in inconclusive', details],
};

const contentPolicy = [
  "default-src 'none'",
  `style-src ${hashSource(style)}`,
  'img-src data:',
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
<link rel="icon" href="data:,">
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
