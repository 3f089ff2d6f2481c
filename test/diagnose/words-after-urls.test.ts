import { describe, expect, test } from 'vitest';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { doublyEncoded, strictlyEncoded, wrapped } from '../support/manglings.ts';
import { registered, completeParameters as right } from '../support/paste-fixtures.ts';

const names = Object.keys(right).filter((name) => name !== 'state');

const encodings = { encoded: strictlyEncoded, 'encoded twice': doublyEncoded };

const urlEndingIn = (name: string, encode = strictlyEncoded): string => {
  const { [name]: value = '', ...others } = right;
  const pairs = [...Object.entries(others), [name, value]];
  return `${registered.setup.authenticationUrl}?${pairs.map((pair) => pair.map((part) => encode(part)).join('=')).join('&')}`;
};

const lastValue = (paste: string): string | undefined =>
  recognize(paste).requests.at(-1)?.parameters.at(-1)?.value;

/** Words that are alone on the line after a URL. */
const words = [
  'Thanks',
  'thanks',
  'Bob',
  'McDonald',
  'anna.smith',
  'FYI',
  'x',
  'v2',
  '10:33',
  '--',
  '_____',
  '=====',
  '%',
  '—',
];

/** Cycles through them. */
const wordAt = (at: number): string => words[at % words.length] ?? '';

const widths = Array.from({ length: 81 }, (_, at) => 40 + at);

describe.each(Object.entries(encodings))('a URL that is %s', (_, encode) => {
  test.each(names)('and ends in %s, on a line that is exactly full, ends there', (name) => {
    const url = urlEndingIn(name, encode);
    const pastes = widths.map((width) => {
      const before = `${'x'.repeat(width - ((url.length + 1) % width))} `;
      return `${wrapped(before + url, width, '\n')}\n${wordAt(width)}`;
    });
    expect(pastes.filter((paste) => lastValue(paste) !== right[name])).toEqual([]);
  });

  test.each(names)('and ends in %s, in two parts, is joined, and ends there', (name) => {
    const url = urlEndingIn(name, encode);
    const places = Array.from(
      { length: url.length - url.lastIndexOf('&') - 1 },
      (__, at) => url.length - 1 - at,
    );
    const pastes = places.map((at) => `${url.slice(0, at)}\n${url.slice(at)}\n${wordAt(at)}`);
    expect(pastes.filter((paste) => lastValue(paste) !== right[name])).toEqual([]);
  });
});
