import { describe, expect, test } from 'vitest';
import type { Check, CheckStatus } from '../../src/checks/check.ts';
import { renderDiagnosis } from '../../src/diagnose/diagnosis-text.ts';
import { noPaint } from '../../src/terminal/style.ts';
import { unicodeSymbols } from '../../src/terminal/symbols.ts';

const style = { width: 80, window: 80, paint: noPaint, symbols: unicodeSymbols };

const checkOf = (id: string, status: CheckStatus): Check => ({ id, status, title: id, detail: 'Says so.' });

describe('checks that are inconclusive for the same reason', () => {
  const cut = { ...checkOf('request.scopes', 'inconclusive'), fix: ['Copy it again.'] };
  const shown = (...checks: Check[]): number =>
    renderDiagnosis(checks, { ...style, width: 200 }).split('Says so.').length - 1;

  test('are shown once, with the titles and ids of all', () => {
    const text = renderDiagnosis([cut, { ...cut, id: 'request.state', title: 'state' }], style);
    expect(text).toContain(
      'request.scopes, state (request.scopes, request.state)\n  Says so.\n  Copy it again.\n\n',
    );
  });

  test.each<Partial<Check>>([
    { detail: 'Says so. Or not.' },
    { fix: ['Read it.'] },
    { code: 'x' },
    { status: 'fail' },
  ])('unlike one with %j', (change) => {
    expect(shown(cut, { ...cut, ...change })).toBe(2);
  });

  test('unlike failures', () => {
    expect(shown({ ...cut, status: 'fail' }, { ...cut, status: 'fail' })).toBe(2);
  });
});
