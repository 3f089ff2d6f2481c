import type { Audience } from '../../facts/audience.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { printable } from '../../text/sanitize.ts';
import { type Cell, consoleSections } from '../console-sections.ts';
import { hashSource } from '../content-policy.ts';
import { html, type Markup, trusted } from './markup.ts';
import { isCopied, sectionMarkup } from './sections.ts';
import script from './sheet.client.js?raw';
import style from './sheet.css?raw';

/**
 * What the page may do: run its one script and use its one style sheet, both by hash, and show its own icon.
 * `frame-ancestors` is missing, since browsers take that directive from a header only (CSP Level 3 section 6.4.2).
 */
export const contentPolicy = [
  "default-src 'none'",
  `script-src ${hashSource(script)}`,
  `style-src ${hashSource(style)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** In the page itself: without it a browser would ask the server for one. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%231f5fd6'/%3E%3Cpath d='m9 17 5 5 9-11' fill='none' stroke='%23fff' stroke-width='3.5' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E";

/** The copy sheet: one page that needs nothing but itself. Same setup, same bytes. */
export function renderHtml(setup: Setup, audience?: Audience): string {
  const sections = consoleSections(setup, audience);
  const title = `${printable(setup.connector)}: 3-legged OAuth 2.0`;
  const total = sections.flatMap(({ cells }) => cells.map(copiesOf)).reduce((sum, count) => sum + count, 0);
  const hasSecrets = sections.some(({ cells }) => cells.some((cell) => cell.secret && isCopied(cell)));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="${icon}">
<style>${trusted(style)}</style>
</head>
<body>
${progress(total)}
<main>
<header class="intro">
<h1>${title}</h1>
<p>Every value in the order of the forms. Copy one, paste it into the field of the same name, go on with the next.</p>
${hasSecrets ? secretsNote : html``}
</header>
${sections.map(sectionMarkup)}
</main>
<script>${trusted(script)}</script>
</body>
</html>
`.text;
}

/** How many texts of a cell can be copied: the value and, in a Parameters table, the key as well. */
function copiesOf(cell: Cell): number {
  return Number(isCopied(cell)) + Number(cell.sendIn !== undefined);
}

/** Only a script can count, so only a script shows it. */
const progress = (total: number): Markup => html`<div class="progress" role="region" aria-label="Progress">
<div class="progress-line">
<strong id="count">0 of ${total} copied</strong>
<span id="status" role="status"></span>
</div>
<progress id="bar" max="${total}" value="0" aria-labelledby="count"></progress>
</div>`;

const secretsNote = html`<p class="note"><strong>This page holds secrets.</strong> They are hidden until you reveal them and can be copied while hidden. Keep the page to yourself, and close it when you are done.</p>`;
