import { expect, test } from 'vitest';
import {
  type Check,
  type CheckStatus,
  exitCodeOf,
  linesOfFix,
  notRequestedCode,
  verdictOf,
} from '../../src/checks/check.ts';
import { renderChecks, renderChecksJson, renderChecksText, renderVerdict } from '../../src/checks/report.ts';
import type { Line } from '../../src/message.ts';
import { noPaint, type TerminalStyle } from '../../src/terminal/style.ts';
import { asciiSymbols, unicodeSymbols } from '../../src/terminal/symbols.ts';
import { checkOffline } from '../../src/verify/offline/rules.ts';
import { goodSubject } from '../support/verify-fixtures.ts';

const style = (width: number, symbols = unicodeSymbols): TerminalStyle => ({
  width,
  window: width,
  paint: noPaint,
  symbols,
});

const checks = checkOffline(
  goodSubject({ redirectUri: 'https://a.example/', clientId: null, scopes: undefined, codeChallenge: 'x' }),
);

test.each([80, 40, 20])('at %d columns, only unbreakable text is wider', (width) => {
  const text = renderChecksText(checks, style(width));
  const values = checks.flatMap(({ fix }) => (fix === undefined ? [] : linesOfFix(fix)));
  const whole = values.map((line) => (typeof line === 'object' && 'value' in line ? line.value : ''));
  const wide = text.split('\n').filter((line) => [...line].length > width && !whole.includes(line.trim()));
  for (const line of wide) expect(line.trim()).not.toMatch(/\S\s+\S/);
  for (const { id, title } of checks) {
    expect(text.replace(/\s+/g, ' ')).toContain(title);
    if (checks.find((check) => check.id === id)?.status === 'fail') expect(text).toContain(id);
  }
});

const found = (status: CheckStatus, id: string, more: Partial<Check> = {}): Check => ({
  id,
  status,
  title: `Title of ${id}`,
  detail: `Detail of ${id}.`,
  ...more,
});

const run = (file: string): Line => ({ command: ['zi-oauth-setup', 'rotate', file] });

const mixed = [
  found('pass', 'a'),
  found('skip', 'b', { detail: 'Not provided.' }),
  found('warn', 'c', { fix: 'Do this.' }),
  found('inconclusive', 'd', { code: 'x-y' }),
  found('fail', 'e', { fix: ['First:', run('one.json'), 'Then:', { value: 'https://a.example/' }, 'Save.'] }),
  found('fail', 'f', { fix: ['First:', run('one.json'), 'Do more.'] }),
  found('skip', 'g', { detail: 'Not provided.' }),
  found('skip', 'h', { detail: 'Requires the Client ID.' }),
];

test('what failed comes first, then inconclusive, warnings, passes, and the skipped ones in one line', () => {
  const text = renderChecks(mixed, style(200));
  const titles = [...text.replace(/Follow .*/g, '').matchAll(/Title of (\w)/g)].map(([, id]) => id);
  expect(titles.join('')).toBe('efdcabgh');
  expect(text).toContain(
    'Skipped: Title of b, Title of g (not provided); Title of h (requires the Client ID)\n',
  );
  for (const { id, detail, status } of mixed)
    expect(text.split(detail), id).toHaveLength(status === 'pass' || status === 'skip' ? 1 : 2);
});

test('the steps of a fix are numbered if there are several, with commands and values on their own lines', () => {
  const text = renderChecks(mixed, style(200));
  expect(text).toContain(
    `
  1. First:
       zi-oauth-setup rotate one.json
  2. Then:
       https://a.example/
  3. Save.
`,
  );
  expect(text).toContain('\n  Do this.\n');
});

test("a command of an earlier check isn't repeated, but referred to", () => {
  const text = renderChecks(mixed, style(200));
  expect(text.split('rotate one.json')).toHaveLength(2);
  expect(text).toMatch(
    /Title of f .*\n.*\n {2}1\. Follow step 1 under Title of e above\.\n {2}2\. Do more\.\n/,
  );
});

test('steps of several checks are referred to by their numbers there', () => {
  const repeated = [
    found('fail', 'e', { fix: ['A.', 'B.', 'C.'] }),
    found('fail', 'f', { fix: 'D.' }),
    found('fail', 'g', { fix: ['C.', 'D.', 'E.', 'B.'] }),
    found('warn', 'h', { fix: ['E.', 'F.'] }),
  ];
  const text = renderChecks(repeated, style(200));
  expect(text).toContain(`Detail of g.
  1. Follow steps 3 and 2 under Title of e above.
  2. Follow the step under Title of f above.
  3. E.
`);
  expect(text).toContain('Detail of h.\n  1. Follow step 3 under Title of g above.\n  2. F.\n');
});

test("a fix of earlier checks isn't repeated, except in JSON", () => {
  const fix = ['Set the row to:', { value: 'S256' }, 'Save.'];
  const repeated = [
    found('fail', 'e', { fix }),
    found('inconclusive', 'f', { fix }),
    found('fail', 'g', { fix: ['Save.', 'Then sign in.'] }),
    found('warn', 'h', { fix: ['Then sign in.', 'Save.'] }),
    found('warn', 'i', { fix: [] }),
    found('warn', 'j', { fix: ['Close it.', 'Close it.', 'Open it.'] }),
  ];
  const text = renderChecks(repeated, style(200));
  for (const step of ['S256', ' Save.', 'Then sign in.']) expect(text.split(step), step).toHaveLength(2);
  expect(text).toContain('Detail of f.\n  See Title of e above.\n');
  expect(text).toContain('Detail of g.\n  1. Follow step 2 under Title of e above.\n  2. Then sign in.\n');
  expect(text).toContain('Detail of h.\n  See Title of g and Title of e above.\n');
  expect(text).toMatch(/Detail of i\.\n\n/);
  expect(text).toContain('Detail of j.\n  1. Close it.\n  2. Open it.\n');
  const json = JSON.parse(renderChecksJson(repeated));
  expect(json.checks[1].fix).toBe('Set the row to:\nS256\nSave.');
});

test.each<[CheckStatus, RegExp]>([
  ['pass', /^All checks passed\./],
  ['warn', /^No errors\. 1 warning\./],
  ['fail', /^Verification failed\./],
  ['inconclusive', /^Inconclusive: /],
  ['skip', /nothing could be checked/],
])('the verdict on %s, and what to run next', (status, verdict) => {
  const text = renderVerdict([found(status, 'a')], style(80), ['Next:', run('a.json')]);
  expect(text).toMatch(verdict);
  expect(text).toMatch(/\nNext:\n {2}zi-oauth-setup rotate a\.json\n$/);
});

test.each<[CheckStatus[], RegExp]>([
  [['pass', 'skip'], /^1 check passed\. 1 was skipped\b/],
  [['pass', 'pass', 'skip', 'skip'], /^2 checks passed\. 2 were skipped\b/],
  [['pass', 'warn', 'skip', 'skip'], /^No errors\. 1 warning\. 2 checks were skipped\b/],
  [['pass', 'pass'], /^All checks passed\.$/m],
])('the verdict on %j counts what was skipped', (statuses, verdict) => {
  const checks = statuses.map((status, at) => found(status, `c${at}`));
  expect(renderVerdict(checks, style(80))).toMatch(verdict);
});

test('without UTF-8 everything is ASCII', () => {
  expect(renderChecksText(checks, style(80, asciiSymbols))).toMatch(/^[\x0a\x20-\x7e]*$/);
});

test('JSON: same checks, same bytes, the published keys', () => {
  const json = renderChecksJson(checks);
  expect(json).toBe(renderChecksJson(checks));
  const { checks: read } = JSON.parse(json);
  const allowed = ['id', 'status', 'title', 'detail', 'fix', 'code'];
  for (const check of read) expect(allowed.filter((key) => key in check)).toEqual(Object.keys(check));
});

test("text says what a passed online check doesn't prove", () => {
  const detail = 'This proves the URL, not the client.';
  const pass = { id: 'online.authorize', status: 'pass', title: 'Authorization request', detail } as const;
  expect(renderChecksText([...checks, pass], style(80))).toContain(detail);
  expect(renderChecksText(checkOffline(goodSubject()), style(80)).trim().split('\n')).toHaveLength(12);
});

test('if every check is skipped, nothing is reported as correct', () => {
  const text = renderChecksText(checkOffline({ region: 'NA' }), style(80));
  expect(text).toContain('nothing could be checked');
  expect(text).not.toContain('passed');
});

test.each<[verdict: string, exit: number, statuses: Record<string, CheckStatus>, code?: string]>([
  ['inconclusive', 4, { scopes: 'skip', endpoints: 'skip' }],
  ['pass', 0, { scopes: 'pass', endpoints: 'skip' }],
  ['inconclusive', 4, { scopes: 'pass', 'online.client': 'skip' }],
  ['inconclusive', 4, { scopes: 'warn', 'login.token': 'skip' }],
  ['fail', 3, { scopes: 'fail', 'online.client': 'skip' }],
  ['fail', 5, { scopes: 'pass', 'online.client': 'fail', 'online.authorize': 'skip' }],
  ['pass', 0, { 'login.token': 'pass', 'login.refresh': 'skip' }, notRequestedCode],
])('%s, exit %i: %j', (verdict, exit, statuses, code) => {
  const found = Object.entries(statuses).map(
    ([id, status]): Check => ({
      id,
      status,
      title: id,
      detail: '',
      ...(code && status === 'skip' ? { code } : {}),
    }),
  );
  expect([verdictOf(found), exitCodeOf(found)]).toEqual([verdict, exit]);
});
