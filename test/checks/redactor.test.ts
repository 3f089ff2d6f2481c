import { expect, test } from 'vitest';
import { makeRedactor } from '../../src/checks/redactor.ts';
import { expectNoSecret } from '../support/verify-run.ts';

test('takes out secrets in every spelling, before the text is cut', () => {
  const redactor = makeRedactor();
  redactor.add('s3cret/with+signs', null, undefined, '');
  const text = `plain s3cret/with+signs, encoded ${encodeURIComponent('s3cret/with+signs')}, and again s3cret/with+signs`;
  expect(redactor.redact(text)).toBe('plain (hidden), encoded (hidden), and again (hidden)');
  expect(redactor.redact('s3cret/with+signs', 10)).toBe('(hidden)');
});

test('takes out a secret that invisible characters were put into', () => {
  const redactor = makeRedactor();
  redactor.add('very-secret');
  expect(redactor.redact('very\u200b-\u001b[1msecret')).toBe('(hidden)');
});

test('what would be in every word is not taken out', () => {
  const redactor = makeRedactor();
  redactor.add('a');
  expect(redactor.redact('a banana')).toBe('a banana');
});

test('the search through transcripts finds what it looks for', () => {
  for (const transcript of ['x s3cret+val y', 's3cret%2Bval', Buffer.from('s3cret+val').toString('base64')])
    expect(() => expectNoSecret(transcript, ['s3cret+val'])).toThrow('secrets in');
});
