import { expect, test } from 'vitest';
import {
  type Check,
  type CheckStatus,
  exitCodeOf,
  notRequestedCode,
  verdictOf,
} from '../../src/checks/check.ts';
import { renderChecksJson, renderChecksText } from '../../src/checks/report.ts';
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

test.each([80, 40, 20])('at %d columns nothing is wider but what cannot be broken', (width) => {
  const text = renderChecksText(checks, style(width));
  const wide = text.split('\n').filter((line) => [...line].length > width);
  for (const line of wide) expect(line.trim()).not.toMatch(/\S\s+\S/);
  for (const { id, title } of checks) {
    expect(text.replace(/\s+/g, ' ')).toContain(title);
    if (checks.find((check) => check.id === id)?.status === 'fail') expect(text).toContain(id);
  }
});

test('every check has its line, and every failure is told in full', () => {
  const text = renderChecksText(checks, style(200));
  const glance = text.split('\n\n')[0]?.split('\n') ?? [];
  expect(glance).toHaveLength(checks.length);
  for (const check of checks.filter(({ status }) => status === 'fail' || status === 'warn'))
    expect(text.split(check.detail.slice(0, 40))).toHaveLength(2);
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

test('what a pass of the server does not prove stands in the text', () => {
  const detail = 'That proves the address, not the client.';
  const pass = { id: 'online.authorize', status: 'pass', title: 'Authorization request', detail } as const;
  expect(renderChecksText([...checks, pass], style(80))).toContain(detail);
  expect(renderChecksText(checkOffline(goodSubject()), style(80)).trim().split('\n')).toHaveLength(12);
});

test('where every check was skipped, nothing is said to be right', () => {
  const text = renderChecksText(checkOffline({ region: 'NA' }), style(80));
  expect(text).toContain('Nothing could be checked');
  expect(text).not.toContain('Nothing is wrong');
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
