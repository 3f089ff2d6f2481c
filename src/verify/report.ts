import { excerpt } from '../text/sanitize.ts';
import { type Check, type CheckStatus, kindOf, type Verdict, verdictOf } from './check.ts';
import type { Look } from '../terminal/style.ts';
import { padTo, widthOf, wrapped } from '../terminal/wrap.ts';

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

/** One line, whatever the check found, and beneath it what must not be missed. */
function glance(check: Check, checks: readonly Check[], look: Look): string {
  const titles = Math.max(...checks.map(({ title }) => widthOf(title)));
  const note = noteOn(check);
  const short = check.status === 'skip' ? `${words.skip}: ${note}` : words[check.status];
  if (2 + titles + 2 + widthOf(short) <= look.width && (check.status === 'skip' || note === ''))
    return glanceLine(check, short, titles, look);
  const beneath = note === '' ? '' : `\n${look.style.dim(wrapped(note, look.width, '    '))}`;
  return glanceLine(check, words[check.status], titles, look) + beneath;
}

/** Why a check was skipped; and how much a pass of the server proves, which is never all. */
function noteOn(check: Check): string {
  const isProof = check.status === 'pass' && kindOf(check) !== 'offline';
  return check.status === 'skip' || isProof ? excerpt(check.detail, 2000) : '';
}

/** In columns, or in a window too narrow for that with the word behind the title. */
function glanceLine(check: Check, word: string, titles: number, look: Look): string {
  const [mark, paint] = signOf(check.status, look);
  if (2 + titles + 2 + widthOf(word) <= look.width)
    return `${paint(mark)} ${padTo(check.title, titles)}  ${paint(word)}`;
  const text = wrapped(`${check.title}: ${word}`, look.width, '  ').slice(2);
  return `${paint(mark)} ${check.status === 'skip' ? paint(text) : text}`;
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

const nothingChecked = 'Nothing could be checked: give more of the values.';

function verdictLine(checks: readonly Check[], look: Look): string {
  const verdict = verdictOf(checks);
  if (checks.every(({ status }) => status === 'skip')) return wrapped(nothingChecked, look.width);
  const [, paint] = signOf(verdict, look);
  return paint(wrapped(verdicts[verdict], look.width));
}
