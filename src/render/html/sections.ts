import { labels } from '../../facts/labels.ts';
import { printable } from '../../text/sanitize.ts';
import { type Cell, type Section, type Step, stepsOf } from '../console-sections.ts';
import { copyButton } from './copy-button.ts';
import { html, type Markup } from './markup.ts';
import { prose } from './prose.ts';

/** Whether a cell has something to copy: its value is set, and not to be left blank. */
export function isCopied({ value }: Cell): boolean {
  return value !== null && value !== '';
}

/** One section: why it is needed, and its steps around its values. */
export function sectionMarkup(section: Section, index: number): Markup {
  const { id, title, about } = section;
  const { before, after } = stepsOf(section);
  return html`<section class="place" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title"><span class="number" aria-hidden="true">${index + 1}</span>${printable(title)}<span class="done" hidden>All copied</span></h2>
<p class="about">${about}</p>
${stepsMarkup(before)}
${cellsMarkup(section)}
${stepsMarkup(after)}
</section>
`;
}

function stepsMarkup(steps: readonly Step[]): Markup {
  const [first] = steps;
  if (first === undefined) return html``;
  if (first.number === undefined) return html`<p class="step">${prose(first.text)}</p>`;
  return html`<ol start="${first.number}">
${steps.map(({ text }) => html`<li>${prose(text)}</li>\n`)}</ol>`;
}

function cellsMarkup({ id, title, cells }: Section): Markup {
  if (cells.length === 0) return html``;
  if (cells.every(({ sendIn }) => sendIn === undefined)) {
    return html`<ul class="fields" role="list">
${cells.map((cell, index) => fieldMarkup(cell, `${id}-${index}`))}</ul>`;
  }
  return html`<table role="table" aria-label="${printable(title)}">
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
  if (cell.value === null) return html`<em class="absent unset">Not set</em>`;
  if (cell.value === '') return html`<em class="absent">Leave blank</em>`;
  return copyable(cell.value, id, label, cell.secret !== undefined);
}

/**
 * A text exactly as it is copied, with its button. A secret is in a closed `details`, which hides it from view, from
 * print and from screen readers, even without a script. The label comes right before the value, so that the code
 * verifier can be found in a saved page before that is overwritten.
 */
function copyable(value: string, id: string, label: string, isSecret = false): Markup {
  const shown = html`<bdi class="value" id="${id}" data-label="${label}">${value}</bdi>`;
  return html`<span class="copyable">${isSecret ? concealed(shown, label) : shown}${copyButton(id, label)}</span>`;
}

const concealed = (shown: Markup, label: string): Markup =>
  html`<details><summary><span class="when-closed"><span class="dots" aria-hidden="true">••••••••••••</span><span class="reveal">Reveal</span></span><span class="when-open">Hide</span><span class="unseen"> ${label}</span></summary>${shown}</details>`;
