import { expect, test } from 'vitest';
import { addKeys, cleanPaste } from '../../src/io/paste.ts';

test.each([
  ['an address and Enter', ['https://a.example/?code=x\r'], 'https://a.example/?code=x'],
  ['line breaks inside', ['https://a.exa\r\nmple/?code=x\r'], 'https://a.exa\r\nmple/?code=x'],
  ['a marked paste, then Enter', ['\x1b[200~one\r', 'two\x1b[201~', '\r'], 'one\rtwo'],
  ['keys one by one, with Backspace', ['a', 'b', '\x7f', 'c', '\r'], 'ac'],
  ['Ctrl-U and arrow keys', ['wrong\x15', 'ri\x1b[Dght\r'], 'right'],
  ['empty lines first', ['\r', '\n', 'a\r'], 'a'],
])('%s', (_, chunks, expected) => {
  let typed = '';
  let done = 0;
  for (const chunk of chunks) {
    const next = addKeys(typed, chunk);
    typed = next.text;
    if (next.isDone) done += 1;
    expect(next.isInterrupted).toBe(false);
  }
  expect(done).toBe(1);
  expect(cleanPaste(typed).trim()).toBe(expected);
});

test.each(['\x03', '\x04'])('Ctrl-C and Ctrl-D interrupt', (key) => {
  expect(addKeys('abc', key).isInterrupted).toBe(true);
});
