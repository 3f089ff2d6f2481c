import type { Line } from '../message.ts';
import { layOut, plainText } from '../terminal/layout.ts';
import type { TerminalStyle, Typing } from '../terminal/style.ts';
import { wrapped } from '../terminal/wrap.ts';
import { counted } from '../text/counted.ts';
import { excerpt } from '../text/sanitize.ts';
import { type Check, type CheckStatus, kindOf, linesOfFix, type Verdict, verdictOf } from './check.ts';
import { numberedSteps, type Told } from './numbered-steps.ts';

const checksSchemaVersion = 1;

/** The result for scripts: same checks, same bytes. Each command line in a fix is on its own line. */
export function renderChecksJson(checks: readonly Check[], { typing }: { typing?: Typing } = {}): string {
  const shown = checks.map((check) =>
    check.fix === undefined ? check : { ...check, fix: plainText(linesOfFix(check.fix), typing) },
  );
  const result = { schemaVersion: checksSchemaVersion, verdict: verdictOf(checks), checks: shown };
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** The whole result for people. */
export function renderChecksText(checks: readonly Check[], style: TerminalStyle): string {
  return `${renderChecks(checks, style)}\n${renderVerdict(checks, style)}`;
}

const inFullOrder: readonly CheckStatus[] = ['fail', 'inconclusive', 'warn'];

/** Checks for people: what needs attention first and in full, then a line for each pass, then the skipped ones. */
export function renderChecks(checks: readonly Check[], style: TerminalStyle): string {
  const having = (status: CheckStatus): Check[] => checks.filter((check) => check.status === status);
  const told: Told = new Map();
  const parts = [
    ...inFullOrder.flatMap(having).map((check) => inFull(check, style, told)),
    having('pass')
      .map((check) => passLine(check, style))
      .join('\n'),
    skippedLine(having('skip'), style),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** How many checks have each status. */
type Counts = Readonly<Record<CheckStatus, number>>;

const verdicts: Record<Verdict, (counts: Counts) => string> = {
  pass: ({ pass, skip }) =>
    skip === 0 ? 'All checks passed.' : `${counted(pass, 'check')} passed. ${skip} ${wereSkipped(skip)}`,
  warn: ({ warn, skip }) =>
    `No errors. ${counted(warn, 'warning')}.${skip === 0 ? '' : ` ${counted(skip, 'check')} ${wereSkipped(skip)}`}`,
  fail: () => 'Verification failed.',
  inconclusive: () => "Inconclusive: some checks couldn't be completed.",
};

const wereSkipped = (skip: number): string => `${skip === 1 ? 'was' : 'were'} skipped (see above).`;

const nothingChecked = 'Inconclusive: nothing could be checked. Provide more values.';

/** The last lines for people: the verdict over all checks, and what to run next. */
export function renderVerdict(
  checks: readonly Check[],
  style: TerminalStyle,
  next: readonly Line[] = [],
): string {
  const verdict = verdictOf(checks);
  const [, paint] = signOf(verdict, style);
  const counts = countsOf(checks);
  const text = counts.skip === checks.length ? nothingChecked : verdicts[verdict](counts);
  return [paint(wrapped(text, style.width)), ...layOut(next, style), ''].join('\n');
}

function countsOf(checks: readonly Check[]): Counts {
  const counts = { pass: 0, warn: 0, fail: 0, inconclusive: 0, skip: 0 };
  for (const { status } of checks) counts[status]++;
  return counts;
}

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

/** A mark, then wrapped text; the mark is painted after wrapping. */
function marked(status: CheckStatus, text: string, style: TerminalStyle): string {
  const [mark, paint] = signOf(status, style);
  return `${paint(mark)} ${wrapped(text, style.width, '  ').slice(2)}`;
}

const longestDetail = 2000;

/** One line and, for a check against the server, what the pass proves. */
function passLine(check: Check, style: TerminalStyle): string {
  const line = marked('pass', check.title, style);
  if (kindOf(check) === 'offline') return line;
  const proof = wrapped(excerpt(check.detail, longestDetail), style.width, '  ');
  return `${line}\n${style.paint.dim(proof)}`;
}

/** The skipped checks, grouped by reason. */
function skippedLine(checks: readonly Check[], style: TerminalStyle): string {
  if (checks.length === 0) return '';
  const reasons = [...new Set(checks.map(({ detail }) => detail))];
  const groups = reasons.map((reason) => {
    const titles = checks.filter(({ detail }) => detail === reason).map(({ title }) => title);
    return `${titles.join(', ')} (${asNote(reason)})`;
  });
  const [mark, paint] = signOf('skip', style);
  return paint(wrapped(`Skipped: ${groups.join('; ')}`, style.width, `${mark} `));
}

/** A sentence as a note in parentheses. */
function asNote(sentence: string): string {
  const text = excerpt(sentence, longestDetail).replace(/\.$/, '');
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** What is wrong, then what to do, step by step. */
function inFull({ id, status, title, detail, fix, code }: Check, style: TerminalStyle, told: Told): string {
  const name = excerpt(code === undefined ? id : `${id}, ${code}`, 200);
  const { bold, dim } = style.paint;
  return [
    marked(status, `${bold(title)} ${dim(`(${name})`)}`, style),
    wrapped(excerpt(detail, longestDetail), style.width, '  '),
    ...(fix === undefined ? [] : numberedSteps(title, fix, style, told)),
  ].join('\n');
}
