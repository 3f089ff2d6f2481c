/** Texts that programs trip over. No NUL: a command line and an environment can't contain one. */
const nastyTexts = [
  '',
  ' ',
  '-',
  '--',
  '---',
  '-x',
  '=',
  '\n',
  '\r\n',
  '\t',
  'a\nb',
  '\u001b[31mred\u001b[0m',
  '\u001b]0;title\u0007',
  '\u0007\b\u007f\u0085\u009b31m',
  '\u202eright to left\u2066',
  '\ufeffmarked',
  '\u200b\u200d\u2060',
  '\u2028\u2029',
  'e\u0301\u0327',
  '👩‍👩‍👧‍👦🇨🇭',
  '한국어 العربية 日本語',
  '\ud800',
  '\uffff',
  "it's",
  '"quoted" \\ `tick` $HOME ${HOME} $(id)',
  'both \' and " and $',
  '%s%n%d%0A',
  '</script><img src=x onerror=alert(1)>',
  '|cell|*bold*_it_[link](x)`',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'null',
  'undefined',
  'NaN',
  '0',
  '-0',
  '-1',
  '1e3',
  '0x10',
  '9007199254740993',
  '٣',
  '../../etc/passwd',
  '/dev/null',
  'C:\\con',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'http://[::1',
  'https://user:pass@host/#f',
];

/** A text from the table, a very long one, or one with random letters. */
export function nastyText(random) {
  if (random.chance(0.06)) return random.pick(['x', 'é', '\n', '{', 'a b,', '\u001b[1m']).repeat(8000);
  if (random.chance(0.04)) return 'y'.repeat(66_000 + random.below(30_000));
  if (random.chance(0.2))
    return String.fromCodePoint(
      ...Array.from({ length: 1 + random.below(12) }, () => 1 + random.below(0x2fff)),
    );
  return random.pick(nastyTexts);
}
