import type { Audience } from '../../facts/audience.ts';
import type { Setup } from '../../setup-file/schema.ts';
import type { Typing } from '../../terminal/style.ts';
import { printable } from '../../text/sanitize.ts';
import { type Cell, consoleSections, shownNames } from '../console-sections.ts';
import { hashSource } from '../content-policy.ts';
import { html, type Markup, trusted } from './markup.ts';
import { isCopied, sectionMarkup } from './sections.ts';
import script from './sheet.client.js?raw';
import style from './sheet.css?raw';
import { nextStepsMarkup } from './sheet-end.ts';

/**
 * What the page may do: run its one script and use its one style sheet, both by hash, and show its own icons.
 * `frame-ancestors` is absent because browsers accept it only in a header (CSP Level 3 section 6.4.2).
 */
export const contentPolicy = [
  "default-src 'none'",
  `script-src ${hashSource(script)}`,
  `style-src ${hashSource(style)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Inline, because otherwise, a browser requests an icon from the server. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%231f5fd6'/%3E%3Cpath d='m9 17 5 5 9-11' fill='none' stroke='%23fff' stroke-width='3.5' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E";

const protocol = '3-legged OAuth 2.0';

/**
 * The copy sheet: one self-contained page. The same setup gives the same bytes.
 * @param typing how its commands are typed; by default, as if the program were installed
 */
export function renderHtml(setup: Setup, audience?: Audience, typing?: Typing): string {
  const sections = consoleSections(setup, audience);
  const name = printable(shownNames(setup).connector);
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
<title>${name}: ${protocol}</title>
<link rel="icon" href="${icon}">
<style>${trusted(style)}</style>
</head>
<body>
${progress(total)}
<main>
<header class="intro">
<h1>${name}: <span class="whole">${protocol}</span></h1>
<p>All values, in form order. Copy each one and paste it into the matching field.</p>
${hasSecrets ? secretsNote : html``}
</header>
${sections.map(sectionMarkup)}
${nextStepsMarkup(audience, typing)}
</main>
<script>${trusted(script)}</script>
</body>
</html>
`.text;
}

/** How many texts of a cell can be copied: its value and, in a Parameters table, its key. */
function copiesOf(cell: Cell): number {
  return Number(isCopied(cell)) + Number(cell.sendIn !== undefined);
}

/** Shown by the script, since nothing is counted without one. */
const progress = (total: number): Markup => html`<div class="progress" role="region" aria-label="Progress">
<div class="progress-line">
<strong id="count">0 of ${total} copied</strong>
<span id="status" role="status"></span>
<a id="to-next" href="#next" hidden>What&#39;s next</a>
</div>
<progress id="bar" max="${total}" value="0" aria-labelledby="count"></progress>
</div>`;

const secretsNote = html`<p class="note"><strong>This page contains secrets.</strong> They stay hidden until you reveal them, and you can copy them while hidden. Don&#39;t share it; close it when you&#39;re done.</p>`;
