import { developerPortalUrl, labels } from '../../facts/labels.ts';
import { printable } from '../../text/sanitize.ts';
import type { Cell, Section } from '../console-sections.ts';
import { html, type Markup } from './markup.ts';

/** Nothing can be copied of a value that is still to come or to be left empty. */
export function isCopied({ value }: Cell): boolean {
  return value !== null && value !== '';
}

/** One place of one console: where it is, its steps around its values. */
export function sectionMarkup(section: Section, index: number): Markup {
  const { id, title, path, about, before, after } = section;
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title"><span class="number" aria-hidden="true">${index + 1}</span>${printable(title)}</h2>
<p class="path">${path.map((name, at) => html`${at > 0 ? html` <span class="to">&rsaquo;</span> ` : html``}<bdi>${linked(name)}</bdi>`)}</p>
<p class="about">${printable(about)}</p>
${steps(before, 1)}
${cellsMarkup(section)}
${steps(after, before.length + 1)}
</section>
`;
}

function steps(texts: readonly string[], start: number): Markup {
  if (texts.length === 0) return html``;
  return html`<ol start="${start}">
${texts.map((text) => html`<li>${linked(text)}</li>\n`)}</ol>`;
}

/** Prose in which the one address that is this program's own becomes a link. */
function linked(text: string): Markup {
  const [before = '', ...rest] = printable(text).split(developerPortalUrl);
  const link = html`<a href="${developerPortalUrl}" target="_blank" rel="noreferrer">${developerPortalUrl}</a>`;
  return html`${before}${rest.map((after) => html`${link}${after}`)}`;
}

function cellsMarkup({ id, title, cells }: Section): Markup {
  if (cells.length === 0) return html``;
  if (cells.every(({ sendIn }) => sendIn === undefined)) {
    return html`<ul class="fields" role="list">
${cells.map((cell, index) => fieldMarkup(cell, `${id}-${index}`))}</ul>`;
  }
  return html`<table role="table" aria-label="Parameters of ${printable(title)}">
<thead role="rowgroup"><tr role="row"><th role="columnheader">Key</th><th role="columnheader">Value</th><th role="columnheader">${labels.sendIn}</th></tr></thead>
<tbody role="rowgroup">
${cells.map((cell, index) => parameterMarkup(cell, `${id}-${index}`))}</tbody>
</table>`;
}

function fieldMarkup(cell: Cell, id: string): Markup {
  const label = printable(cell.label);
  return html`<li class="field"><span class="label">${label}</span>${valueMarkup(cell, id, label)}</li>
`;
}

function parameterMarkup(cell: Cell, id: string): Markup {
  const key = printable(cell.label);
  return html`<tr role="row">
<td role="cell" data-column="Key">${copyable(cell.label, `${id}-key`, `Key ${key}`)}</td>
<td role="cell" data-column="Value">${valueMarkup(cell, `${id}-value`, `Value of ${key}`)}</td>
<td role="cell" data-column="${labels.sendIn}"><bdi>${printable(cell.sendIn ?? '')}</bdi></td>
</tr>
`;
}

function valueMarkup(cell: Cell, id: string, label: string): Markup {
  if (cell.value === null) return html`<em class="absent">Still to be filled in</em>`;
  if (cell.value === '') return html`<em class="absent">Leave empty</em>`;
  return copyable(cell.value, id, label, cell.secret !== undefined);
}

/**
 * A text to the byte, with its button. A secret stands in a closed `details`, which hides it without a script,
 * from the eye, from paper and from a screen reader alike. The label stands right before the value, so that a code
 * verifier can be found in a saved page before the page is replaced.
 */
function copyable(value: string, id: string, label: string, secret = false): Markup {
  const shown = html`<bdi class="value" id="${id}" data-label="${label}">${value}</bdi>`;
  return html`<span class="copyable">${secret ? concealed(shown, label) : shown}<button type="button" class="copy" data-copies="${id}"><span class="word">Copy</span><span class="unseen"> ${label}</span></button></span>`;
}

const concealed = (shown: Markup, label: string): Markup =>
  html`<details><summary><span class="when-closed"><span class="dots" aria-hidden="true">••••••••••••</span><span class="reveal">Reveal</span></span><span class="when-open">Hide</span><span class="unseen"> ${label}</span></summary>${shown}</details>`;
