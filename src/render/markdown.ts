import type { Audience } from '../facts/audience.ts';
import { labels } from '../facts/labels.ts';
import type { Setup } from '../setup-file/schema.ts';
import { printableValue } from '../text/sanitize.ts';
import { type Cell, consoleSections, type Section } from './console-sections.ts';

/** A page for a ticket or a wiki: every value in the order of the forms, in a block of its own to copy from. */
export function renderMarkdown(setup: Setup, audience?: Audience): string {
  const sections = consoleSections(setup, audience).map(renderSection);
  return [`# ${prose(setup.connector)}: 3-legged OAuth 2.0`, ...sections].join('\n\n').concat('\n');
}

function renderSection({ title, about, before, cells, after }: Section): string {
  const values = fitsTable(cells) ? [renderTable(cells)] : cells.map(renderCell);
  const steps = [...before, ...after].map((step, index) => `${index + 1}. ${prose(step)}`);
  const parts = [steps.slice(0, before.length).join('\n'), ...values, steps.slice(before.length).join('\n')];
  return [`## ${prose(title)}`, prose(about), ...parts.filter(Boolean)].join('\n\n');
}

/** Readers of Markdown disagree on a backslash before a `|` in a table, so values with a `|` get blocks. */
function fitsTable(cells: readonly Cell[]): boolean {
  return (
    cells.some(({ sendIn }) => sendIn !== undefined) &&
    !cells.some((cell) => texts(cell).join('').includes('|'))
  );
}

const texts = ({ label, value, sendIn }: Cell): string[] =>
  [label, value ?? '', sendIn ?? ''].map(printableValue);

function renderCell(cell: Cell): string {
  const place = cell.sendIn === undefined ? '' : `, ${labels.sendIn} ${prose(cell.sendIn)}`;
  const label = `**${prose(cell.label)}**${place}`;
  if (cell.value === null) return `${label}: *still to be filled in*`;
  return cell.value === ''
    ? `${label}: *leave empty*`
    : `${label}\n\n${codeBlock(cell.value.split('\n').map(printableValue).join('\n'))}`;
}

function renderTable(cells: readonly Cell[]): string {
  const rows = cells.map((cell) => `| ${texts(cell).map(inlineCode).join(' | ')} |`);
  return [`| Key | Value | ${labels.sendIn} |`, '| --- | --- | --- |', ...rows].join('\n');
}

/** CommonMark section 4.5: the fence is longer than any run of backticks inside. */
function codeBlock(value: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(value) + 1));
  return `${fence}text\n${value}\n${fence}`;
}

/** CommonMark section 6.1: as for blocks; one space on both sides is stripped where it is needed. */
function inlineCode(value: string): string {
  const fence = '`'.repeat(longestRun(value) + 1);
  const padded = /^`|`$|^ .* $/.test(value) ? ` ${value} ` : value;
  return value === '' ? '' : fence + padded + fence;
}

function longestRun(value: string): number {
  return Math.max(0, ...(value.match(/`+/g) ?? []).map((run) => run.length));
}

/** Text in which nothing is markup. Addresses stay as they are, so that they become links. */
function prose(text: string): string {
  return printableValue(text).replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&');
}
