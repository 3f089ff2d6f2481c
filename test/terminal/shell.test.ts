import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteArgument, withEndOfInput, withInput } from '../../src/terminal/shell.ts';
import { onPosix } from '../support/requirements.ts';

test.each([
  ['plain', 'plain', 'plain'],
  ['two words', "'two words'", '"two words"'],
  ["it's", `'it'\\''s'`, `"it's"`],
  ['', "''", '""'],
  ['company,contact', 'company,contact', '"company,contact"'],
  ['@acme', '@acme', '"@acme"'],
  ['$HOME', "'$HOME'", "'$HOME'"],
  ["`it's`", "'`it'\\''s`'", "'`it''s`'"],
  ['a \u201cb\u201d', "'a \u201cb\u201d'", "'a \u201cb\u201d'"],
  ['say "hi"', `'say "hi"'`, '"say \\"hi\\""'],
  ['C:\\My Files\\', "'C:'\\\\'My Files'\\\\''", '"C:\\My Files\\\\"'],
  ['https://a.example/?b&c', "'https://a.example/?b&c'", '"https://a.example/?b&c"'],
])('%s is quoted for POSIX and for Windows', (argument, posix, windows) => {
  expect(quoteArgument(argument, 'posix')).toBe(posix);
  expect(quoteArgument(argument, 'windows')).toBe(windows);
});

test('a file as standard input: PowerShell has no `<`', () => {
  expect(withInput('zi-oauth-setup diagnose', 'my error.txt', 'posix')).toBe(
    "zi-oauth-setup diagnose < 'my error.txt'",
  );
  expect(withInput('zi-oauth-setup diagnose', 'my error.txt', 'windows')).toBe(
    'type "my error.txt" | zi-oauth-setup diagnose',
  );
});

test('the end of a file as standard input: cmd has no `tail`', () => {
  expect(withEndOfInput('zi-oauth-setup diagnose', 'my error.log', 20, 'posix')).toBe(
    "tail -n 20 'my error.log' | zi-oauth-setup diagnose",
  );
  expect(withEndOfInput('zi-oauth-setup diagnose', "o'neil.log", 20, 'windows')).toBe(
    `powershell -c "Get-Content 'o''neil.log' -Tail 20" | zi-oauth-setup diagnose`,
  );
});

const texts = fc.array(
  fc.string({
    unit: fc.constantFrom("'", '\\', '"', '$', '`', '!', '*', '~', '#', ' ', 'a', 'é'),
    maxLength: 12,
  }),
  { minLength: 1, maxLength: 20 },
);

onPosix('sh reads back what was quoted', () => {
  fc.assert(
    fc.property(texts, (words) => {
      const line = words.map((word) => quoteArgument(word, 'posix')).join(' ');
      const { stdout } = spawnSync('sh', ['-c', `printf '%s\\n' ${line}`], { encoding: 'utf8' });
      expect(stdout).toBe(`${words.join('\n')}\n`);
    }),
    { numRuns: 30 },
  );
});

/** One word as fish reads it: a backslash escapes itself and a single quote between single quotes, and anything outside. */
function readByFish(word: string): string {
  let text = '';
  let isQuoted = false;
  for (let at = 0; at < word.length; at += 1) {
    const [character = '', next = ''] = word.slice(at);
    if (character === "'") isQuoted = !isQuoted;
    else if (character === '\\' && (!isQuoted || next === "'" || next === '\\')) {
      text += next;
      at += 1;
    } else text += character;
  }
  expect(isQuoted).toBe(false);
  return text;
}

test('fish reads back what was quoted', () => {
  fc.assert(
    fc.property(texts, (words) => {
      for (const word of words) expect(readByFish(quoteArgument(word, 'posix'))).toBe(word);
    }),
  );
});
