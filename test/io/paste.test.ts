import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { addKeys, cleanPaste, readPaste } from '../../src/io/paste.ts';

test.each([
  ['a URL and Enter', ['https://a.example/?code=x\r'], 'https://a.example/?code=x'],
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

test.each([
  ['Ctrl-C interrupts', '', '\x03', { isDone: false, isInterrupted: true }],
  ['Ctrl-C also interrupts a text', 'abc', '\x03', { isDone: false, isInterrupted: true }],
  ['Ctrl-D interrupts without text', '', '\x04', { isDone: false, isInterrupted: true }],
  ['Ctrl-D interrupts after the text was deleted', 'a\x7f', '\x04', { isDone: false, isInterrupted: true }],
  ['Ctrl-D ends a text', 'abc', '\x04', { isDone: true, isInterrupted: false }],
  ['Ctrl-D in the same chunk ends a text', '', 'abc\x04', { isDone: true, isInterrupted: false }],
  ['control characters inside a paste are part of it', '\x1b[200~abc', '\x03', { isInterrupted: false }],
])('%s', (_, before, keys, expected) => {
  const next = addKeys(before, keys);
  expect(next).toMatchObject(expected);
  if (next.isDone) expect(cleanPaste(next.text)).toBe('abc');
});

test.each([
  ['Enter on an empty line', ['one\r', '\r'], 'one'],
  ['Enter twice after a line without its end', ['one', '\r', '\r'], 'one'],
  ['empty lines inside a marked paste', ['\x1b[200~one\r\r', '\rtwo\x1b[201~', '\r', '\r'], 'one\r\r\rtwo'],
  ['lines of Windows', ['one\r\n', 'two\r\n', '\r\n'], 'one\r\ntwo'],
  ['Ctrl-D', ['one\r', 'two\x04'], 'one\rtwo'],
  ['empty lines first', ['\r', '\r', 'one\r', '\r'], 'one'],
])('a paste of many lines ends with %s', (_, chunks, expected) => {
  let typed = '';
  const done = chunks.map((chunk) => {
    const next = addKeys(typed, chunk, 'blank-line');
    typed = next.text;
    return next.isDone;
  });
  expect(done).toEqual(chunks.map((_chunk, index) => index === chunks.length - 1));
  expect(cleanPaste(typed).trim()).toBe(expected);
});

test('a long paste in many pieces takes proportional time', () => {
  let typed = '\x1b[200~';
  const line = `${'x'.repeat(1000)}\r`;
  for (let piece = 0; piece < 1000; piece += 1) typed = addKeys(typed, line, 'blank-line').text;
  expect(typed.length).toBeGreaterThan(1_000_000);
  expect(addKeys(`${typed}\x1b[201~`, '\x04', 'blank-line').isDone).toBe(true);
});

test.each([
  ['line', 64 * 1024],
  ['blank-line', 1024 * 1024],
] as const)('no key of a paste acts beyond the length of a %s that is kept', (end, kept) => {
  let typed = addKeys('', '\x1b[200~', end).text;
  const piece = `${'x'.repeat(1000)}\r\r\x03`;
  for (let length = 0; length < kept + 10_000; length += piece.length) {
    const next = addKeys(typed, piece, end);
    expect(next).toMatchObject({ isDone: false, isInterrupted: false });
    typed = next.text;
  }
  expect(typed.length).toBeLessThan(kept + 100);
  expect(addKeys(addKeys(typed, '\x1b[201~', end).text, '\r\r', end).isDone).toBe(true);
});

const lines = { empty: '(empty)', filled: '(filled)', done: '(done)' };

/** A terminal that records what is drawn. */
function pasteTerminal() {
  const input = Object.assign(new PassThrough(), { setRawMode: () => {} });
  const output = new PassThrough();
  const drawn: string[] = [];
  output.on('data', (chunk) => drawn.push(String(chunk)));
  const terminal: any = { input, output, signal: new AbortController().signal };
  return { terminal, input, screen: () => drawn.join('') };
}

test('the line shows that some text arrived, however long, and that it was read', async () => {
  const { terminal, input, screen } = pasteTerminal();
  const pasted = readPaste(terminal, lines, {});
  for (const keys of ['\x1b[C', '\x1b[200~se', 'cret\x1b[201~', '\x15', 'other', '\r']) input.write(keys);
  expect(await pasted).toBe('other\r');
  expect(screen().match(/\(\w+\)/g)).toEqual(['(empty)', '(filled)', '(empty)', '(filled)', '(done)']);
  expect(screen()).not.toMatch(/secret|other/);
});

test.each([
  ['Ctrl-C', '\x03'],
  ['Ctrl-D', '\x04'],
])('keys that are no text show none, then %s interrupts', async (_, last) => {
  const { terminal, input, screen } = pasteTerminal();
  const pasted = readPaste(terminal, lines, {});
  for (const keys of ['\x01', '\x1b', '\x1b[15~', '\x0c', last]) input.write(keys);
  await expect(pasted).rejects.toThrow();
  expect(screen().match(/\(\w+\)/g)).toEqual(['(empty)']);
});
