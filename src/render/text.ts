import type { Audience } from '../facts/audience.ts';
import { labels } from '../facts/labels.ts';
import type { Setup } from '../setup-file/schema.ts';
import type { TerminalStyle } from '../terminal/style.ts';
import { hiddenText } from '../terminal/symbols.ts';
import { padTo, widthOf, wrapped } from '../terminal/wrap.ts';
import { printableValue } from '../text/sanitize.ts';
import { type Cell, consoleSections, type Section, type Step, stepsOf } from './console-sections.ts';

/** How a setup is shown as text, and for whom. */
export interface TextOptions extends TerminalStyle {
  /** Show a mask in place of the Client Secret. */
  readonly maskClientSecret: boolean;
  readonly audience?: Audience | undefined;
}

const indent = '  ';
const gap = '  ';

/** Every value in form order. Values are never wrapped, at any width. */
export function renderText(setup: Setup, options: TextOptions): string {
  const sections = consoleSections(setup, options.audience);
  return `${sections.map((section) => renderSection(section, options)).join('\n\n')}\n`;
}

/** One section: its title, why it is needed, and its steps around its values. */
export function renderSection(section: Section, options: TextOptions): string {
  const { paint, width } = options;
  const { before, after } = stepsOf(section);
  const title = paint.bold(paint.accent(wrapped(printableValue(section.title), width)));
  const about = section.about === '' ? [] : [paint.dim(wrapped(section.about, width))];
  const cells = section.cells.length > 0 ? ['', renderCells(section.cells, options), ''] : [];
  const lines = (steps: readonly Step[]): string[] => steps.map((step) => renderStep(step, width));
  return [title, ...about, ...lines(before), ...cells, ...lines(after)].join('\n').trimEnd();
}

function renderStep({ number, text }: Step, width: number): string {
  return wrapped(printableValue(text), width, number === undefined ? indent : `${indent}${number}. `);
}

type Row = readonly [label: string, value: string, sendIn: string];

const tableHeader: Row = ['Key', 'Value', labels.sendIn];

function renderCells(cells: readonly Cell[], options: TextOptions): string {
  const rows = cells.map(
    (cell): Row => [printableValue(cell.label), shownValue(cell, options), printableValue(cell.sendIn ?? '')],
  );
  return cells.some((cell) => cell.sendIn !== undefined)
    ? renderTable(rows, options)
    : renderFields(rows, options);
}

/** A table has columns if all of its rows fit in the window; otherwise, every row is stacked. */
function renderTable(rows: readonly Row[], options: TextOptions): string {
  const { dim } = options.paint;
  const columns = columnWidths([tableHeader, ...rows]);
  const total = columns.reduce((sum, column) => sum + gap.length + column, 0);
  if (total > options.window) return rows.map((row) => stackedRow(row, options)).join('\n');
  return [dim(flatRow(tableHeader, columns)), ...rows.map((row) => flatRow(row, columns))].join('\n');
}

function renderFields(rows: readonly Row[], options: TextOptions): string {
  const [labels] = columnWidths(rows);
  const fits = ([, value]: Row): boolean =>
    !value.includes('\n') && indent.length + labels + gap.length + widthOf(value) <= options.window;
  return rows
    .map((row) =>
      fits(row)
        ? flatRow([options.paint.dim(padTo(row[0], labels)), row[1], ''], [labels, 0, 0])
        : stackedRow(row, options),
    )
    .join('\n');
}

function flatRow([label, value, sendIn]: Row, [labels, values]: ColumnWidths): string {
  return `${indent}${padTo(label, labels)}${gap}${padTo(value, values)}${gap}${sendIn}`.trimEnd();
}

type ColumnWidths = readonly [labels: number, values: number, sendIns: number];

function columnWidths(rows: readonly Row[]): ColumnWidths {
  const widest = (column: 0 | 1 | 2): number => Math.max(0, ...rows.map((row) => widthOf(row[column])));
  return [widest(0), widest(1), widest(2)];
}

/** For a value too wide for its column: the label on one line, the value alone on the next, indented further. */
function stackedRow([label, value, sendIn]: Row, { paint, width }: TextOptions): string {
  const heading = wrapped(sendIn === '' ? label : `${label}, ${labels.sendIn} ${sendIn}`, width, indent);
  return [paint.dim(heading), ...value.split('\n').map((line) => indent + indent + line)].join('\n');
}

/** Whether a value is the Client Secret or contains it, and so can be masked. */
export const isMaskable = ({ secret }: Cell): boolean => secret === 'client-secret';

function shownValue(cell: Cell, options: TextOptions): string {
  const { paint, symbols, maskClientSecret } = options;
  if (cell.value === null) return paint.warn('(not set)');
  if (cell.value === '') return paint.dim('(leave blank)');
  if (isMaskable(cell) && maskClientSecret) return `${hiddenText(symbols)} ${paint.dim('(hidden)')}`;
  return cell.value.split('\n').map(printableValue).join('\n');
}
