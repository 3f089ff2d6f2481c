import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consoleSections } from '../../src/render/console-sections.ts';
import { renderText } from '../../src/render/text.ts';
import { noPaint } from '../../src/terminal/style.ts';
import { asciiSymbols } from '../../src/terminal/symbols.ts';
import { anyText } from '../support/any-text.ts';
import { clientSecret, sampleSetup, verifier } from '../support/setup-fixture.ts';

const style = (width: number) => ({
  width,
  window: width,
  paint: noPaint,
  symbols: asciiSymbols,
  maskClientSecret: false,
});

describe.each([20, 40, 60, 80, 120, 200])('in a window of %i columns', (width) => {
  const lines = renderText(sampleSetup(), style(width)).split('\n');
  const values = consoleSections(sampleSetup()).flatMap(({ cells }) => cells.map(({ value }) => value ?? ''));

  test('every value is whole, alone on one line', () => {
    for (const value of values.filter(Boolean)) {
      expect(
        lines.some((line) => ` ${line} `.includes(` ${value} `)),
        value,
      ).toBe(true);
    }
  });

  test('only values and long words are wider than the window', () => {
    const beyond = lines.filter((line) => line.length > width && !values.includes(line.trim()));
    expect(beyond.filter((line) => line.trim().includes(' '))).toEqual([]);
  });
});

test('the values come in form order', () => {
  const text = renderText(sampleSetup(), style(100));
  const order = [
    'Sign-in Redirect URI',
    'Name',
    'Description',
    'Connector',
    'Client ID',
    'Client Secret',
    'Scopes',
  ];
  const rest = [
    'Authentication URL',
    'Access token URL',
    'Refresh token URL',
    'response_type',
    'code_challenge',
    'code_verifier',
  ];
  const places = [...order, ...rest].map((label) => text.search(new RegExp(`^ +${label} `, 'm')));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
});

test('the Client Secret can be masked; the code verifier, which exists nowhere else, is shown', () => {
  const text = renderText(sampleSetup(), { ...style(80), maskClientSecret: true });
  expect(text).not.toContain(clientSecret);
  expect(text).toContain('******** (hidden)');
  expect(text).toContain(verifier);
});

test('a missing value is shown as not set', () => {
  const text = renderText(sampleSetup({ clientId: null, clientSecret: null }), style(80));
  expect(text.match(/not set/g)).toHaveLength(2);
});

test('steps are numbered, unless there is only one', () => {
  const text = renderText(sampleSetup(), style(100));
  expect(text).toMatch(/\n {2}1\. Log in to .*\n(?: {5}.*\n)*? {2}2\. /);
  expect(text).toMatch(/\n {2}On the saved row, /);
  expect(text).toMatch(/\n {2}5\. Click Create\.\n/);
});

test('text of two lines is shown on two lines', () => {
  expect(renderText(sampleSetup({ description: 'one\ntwo' }), style(80))).toContain(
    '  Description\n    one\n    two\n',
  );
});

test('a name is shown unchanged, with its joiners', () => {
  const name = 'می\u200cخواهم 👨\u200d👩\u200d👧';
  expect(renderText(sampleSetup({ name }), style(80))).toContain(name);
});

test('no value can control the terminal', () => {
  fc.assert(
    fc.property(
      anyText(),
      (name) =>
        !/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/.test(renderText(sampleSetup({ name }), style(80))),
    ),
  );
});
