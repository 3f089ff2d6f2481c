import { layOut, plainText, printableLine } from '../terminal/layout.ts';
import type { TerminalStyle, Typing } from '../terminal/style.ts';
import { padTo, widthOf, wrapped } from '../terminal/wrap.ts';
import { excerpt } from '../text/sanitize.ts';
import {
  type Check,
  type CheckStatus,
  type Fix,
  kindOf,
  linesOfFix,
  type Verdict,
  verdictOf,
} from './check.ts';

const checksSchemaVersion = 1;

/** The result for scripts: same checks, same bytes. A command line in a fix has a line of its own. */
export function renderChecksJson(checks: readonly Check[], { typing }: { typing?: Typing } = {}): string {
  const shown = checks.map((check) =>
    check.fix === undefined ? check : { ...check, fix: plainText(linesOfFix(check.fix), typing) },
  );
  const result = { schemaVersion: checksSchemaVersion, verdict: verdictOf(checks), checks: shown };
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** The result for people: every check on a line, then what is to be done, then the verdict. */
export function renderChecksText(checks: readonly Check[], style: TerminalStyle): string {
  const parts = [
    checks.map((check) => glance(check, checks, style)).join('\n'),
    ...checks
      .filter(({ status }) => status !== 'pass' && status !== 'skip')
      .map((check) => inFull(check, style)),
    verdictLine(checks, style),
  ];
  return `${parts.join('\n\n')}\n`;
}

const words: Record<CheckStatus, string> = {
  pass: 'pass',
  warn: 'warning',
  fail: 'FAIL',
  inconclusive: 'inconclusive',
  skip: 'skipped',
};

function signOf(
  status: CheckStatus,
  { paint, symbols }: TerminalStyle,
): [symbol: string, color: (text: string) => string] {
  const signs = {
    pass: [symbols.good, paint.good],
    warn: [symbols.warn, paint.warn],
    fail: [symbols.bad, paint.bad],
    inconclusive: [symbols.unknown, paint.warn],
    skip: [symbols.none, paint.dim],
  } as const;
  const [symbol, color] = signs[status];
  return [symbol, color];
}

/** One line, whatever the check found, and beneath it what must not be missed. */
function glance(check: Check, checks: readonly Check[], style: TerminalStyle): string {
  const titles = Math.max(...checks.map(({ title }) => widthOf(title)));
  const note = noteOn(check);
  const short = check.status === 'skip' ? `${words.skip}: ${note}` : words[check.status];
  if (2 + titles + 2 + widthOf(short) <= style.width && (check.status === 'skip' || note === ''))
    return glanceLine(check, short, titles, style);
  const beneath = note === '' ? '' : `\n${style.paint.dim(wrapped(note, style.width, '    '))}`;
  return glanceLine(check, words[check.status], titles, style) + beneath;
}

/** Why a check was skipped; and how much a pass of the server proves, which is never all. */
function noteOn(check: Check): string {
  const isProof = check.status === 'pass' && kindOf(check) !== 'offline';
  return check.status === 'skip' || isProof ? excerpt(check.detail, 2000) : '';
}

/** In columns, or in a window too narrow for that with the word behind the title. */
function glanceLine(check: Check, word: string, titles: number, style: TerminalStyle): string {
  const [mark, paint] = signOf(check.status, style);
  if (2 + titles + 2 + widthOf(word) <= style.width)
    return `${paint(mark)} ${padTo(check.title, titles)}  ${paint(word)}`;
  const text = wrapped(`${check.title}: ${word}`, style.width, '  ').slice(2);
  return `${paint(mark)} ${check.status === 'skip' ? paint(text) : text}`;
}

/** What is wrong, and then what to do and where. */
function inFull({ id, status, title, detail, fix, code }: Check, style: TerminalStyle): string {
  const [mark, paint] = signOf(status, style);
  const name = code === undefined ? id : `${id}, ${code}`;
  const lines = [
    `${paint(mark)} ${wrapped(style.paint.bold(title), style.width, '  ').slice(2)}`,
    style.paint.dim(wrapped(`(${excerpt(name, 200)})`, style.width, '  ')),
    wrapped(excerpt(detail, 2000), style.width, '  '),
  ];
  return [...lines, ...(fix === undefined ? [] : fixLines(fix, style))].join('\n');
}

const fixMark = '  Fix: ';

function fixLines(fix: Fix, style: TerminalStyle): string[] {
  const indent = ' '.repeat(fixMark.length);
  const [first = '', ...rest] = layOut(linesOfFix(fix).map(printableLine), style, { indent });
  return [fixMark + first.slice(indent.length), ...rest];
}

const verdicts: Record<Verdict, string> = {
  pass: 'Nothing is wrong with what was checked.',
  warn: 'Nothing is wrong with what was checked, but look at the warnings.',
  fail: 'Not in order: see what failed.',
  inconclusive: "Inconclusive: some checks couldn't be completed.",
};

const nothingChecked = 'Nothing could be checked: give more of the values.';

function verdictLine(checks: readonly Check[], style: TerminalStyle): string {
  const verdict = verdictOf(checks);
  if (checks.every(({ status }) => status === 'skip')) return wrapped(nothingChecked, style.width);
  const [, paint] = signOf(verdict, style);
  return paint(wrapped(verdicts[verdict], style.width));
}
