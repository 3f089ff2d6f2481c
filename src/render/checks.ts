import { type Check, type CheckStatus, type Verdict, verdictOf } from '../verify/check.ts';
import { excerpt } from './printable.ts';
import type { Look } from './style.ts';
import { padTo, widthOf, wrapped } from './wrap.ts';

const checksSchemaVersion = 1;

/** The result for scripts: same checks, same bytes. */
export function renderChecksJson(checks: readonly Check[]): string {
  const result = { schemaVersion: checksSchemaVersion, verdict: verdictOf(checks), checks };
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** The result for people: every check on a line, then what is to be done, then the verdict. */
export function renderChecksText(checks: readonly Check[], look: Look): string {
  const parts = [
    checks.map((check) => glance(check, checks, look)).join('\n'),
    ...checks
      .filter(({ status }) => status !== 'pass' && status !== 'skip')
      .map((check) => inFull(check, look)),
    verdictLine(checks, look),
  ];
  return `${parts.join('\n\n')}\n`;
}

const words: Record<CheckStatus, string> = {
  pass: 'pass',
  warn: 'warning',
  fail: 'FAIL',
  inconclusive: 'no verdict',
  skip: 'skipped',
};

function signOf(
  status: CheckStatus,
  { style, marks }: Look,
): [mark: string, paint: (text: string) => string] {
  const signs = {
    pass: [marks.good, style.good],
    warn: [marks.warn, style.warn],
    fail: [marks.bad, style.bad],
    inconclusive: [marks.unknown, style.warn],
    skip: [marks.none, style.dim],
  } as const;
  const [mark, paint] = signs[status];
  return [mark, paint];
}

/** One line, whatever the check found; in a window too narrow for columns, the word stands behind the title. */
function glance(check: Check, checks: readonly Check[], look: Look): string {
  const [mark, paint] = signOf(check.status, look);
  const titles = Math.max(...checks.map(({ title }) => widthOf(title)));
  const word = words[check.status];
  const why = check.status === 'skip' ? `: ${check.detail}` : '';
  const fits = 2 + titles + 2 + widthOf(word + why) <= look.width;
  if (fits) return `${paint(mark)} ${padTo(check.title, titles)}  ${paint(word + why)}`;
  if (2 + titles + 2 + widthOf(word) > look.width) return narrow(check, paint(mark), paint, look);
  const reason = why === '' ? '' : `\n${look.style.dim(wrapped(check.detail, look.width, '    '))}`;
  return `${paint(mark)} ${padTo(check.title, titles)}  ${paint(word)}${reason}`;
}

function narrow(check: Check, mark: string, paint: (text: string) => string, look: Look): string {
  const text = wrapped(`${check.title}: ${words[check.status]}`, look.width, '  ');
  const reason =
    check.status === 'skip' ? `\n${look.style.dim(wrapped(check.detail, look.width, '    '))}` : '';
  return `${mark} ${check.status === 'skip' ? paint(text.slice(2)) : text.slice(2)}${reason}`;
}

/** What is wrong, and then what to do and where. */
function inFull({ id, status, title, detail, fix, code }: Check, look: Look): string {
  const [mark, paint] = signOf(status, look);
  const name = code === undefined ? id : `${id}, ${code}`;
  const lines = [
    `${paint(mark)} ${wrapped(look.style.bold(title), look.width, '  ').slice(2)}`,
    look.style.dim(wrapped(`(${excerpt(name, 200)})`, look.width, '  ')),
    wrapped(excerpt(detail, 2000), look.width, '  '),
  ];
  return [...lines, ...(fix === undefined ? [] : [wrapped(fix, look.width, '  Fix: ')])].join('\n');
}

const verdicts: Record<Verdict, string> = {
  pass: 'Nothing is wrong with what was checked.',
  warn: 'Nothing is wrong with what was checked, but look at the warnings.',
  fail: 'Not in order: see what failed.',
  inconclusive: 'No verdict: something could not be found out.',
};

function verdictLine(checks: readonly Check[], look: Look): string {
  const verdict = verdictOf(checks);
  const [, paint] = signOf(verdict, look);
  return paint(wrapped(verdicts[verdict], look.width));
}
