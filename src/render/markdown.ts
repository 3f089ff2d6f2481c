import type { Audience } from '../facts/audience.ts';
import { labels } from '../facts/labels.ts';
import type { Setup } from '../setup-file/schema.ts';
import { printableValue } from '../text/sanitize.ts';
import {
  type Cell,
  consoleSections,
  type Section,
  type Step,
  shownNames,
  stepsOf,
} from './console-sections.ts';

/** A page for a ticket or a wiki: every value in form order, each in a code block or a table to copy from. */
export function renderMarkdown(setup: Setup, audience?: Audience): string {
  const sections = consoleSections(setup, audience).map(renderSection);
  return [`# ${prose(shownNames(setup).connector)}: 3-legged OAuth 2.0`, ...sections]
    .join('\n\n')
    .concat('\n');
}

function renderSection(section: Section): string {
  const { title, about, cells } = section;
  const { before, after } = stepsOf(section);
  const values = fitsTable(cells) ? [renderTable(cells)] : cells.map(renderCell);
  const parts = [prose(about), renderSteps(before), ...values, renderSteps(after)];
  return [`## ${prose(title)}`, ...parts.filter(Boolean)].join('\n\n');
}

const renderSteps = (steps: readonly Step[]): string =>
  steps
    .map(({ number, text }) => (number === undefined ? prose(text) : `${number}. ${prose(text)}`))
    .join('\n');

/** Markdown parsers disagree on a backslash before a `|` in a table, so values with a `|` get code blocks. */
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
  if (cell.value === null) return `${label}: *not set*`;
  return cell.value === ''
    ? `${label}: *leave blank*`
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

/** CommonMark section 6.1: the fence is longer too, and a reader strips one space from both ends. */
function inlineCode(value: string): string {
  const fence = '`'.repeat(longestRun(value) + 1);
  const padded = /^`|`$|^ .* $/.test(value) ? ` ${value} ` : value;
  return value === '' ? '' : fence + padded + fence;
}

function longestRun(value: string): number {
  return Math.max(0, ...(value.match(/`+/g) ?? []).map((run) => run.length));
}

/**
 * What CommonMark or GFM would read as markup. A `>` or `#` is markup only before a text, an underscore not after a letter,
 * and an ampersand only in an entity.
 */
const markup = /[\\`*[\]|~]|<(?=[a-z/!?])|&(?=#?\w)|(?<![a-z\d])_|^[>#]/gi;

/** Text in which nothing is markup, with few escapes, since tickets are also read unrendered. URLs become links. */
const prose = (text: string): string => printableValue(text).replace(markup, '\\$&');
