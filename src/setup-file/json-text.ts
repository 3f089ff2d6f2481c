import { type JSONPath, type ParseError, parse, printParseErrorCode, visit } from 'jsonc-parser';

/** The place of a syntax error, without the text: JSON.parse repeats the text and, on Node 20, may omit the place. */
export function syntaxProblem(json: string): string {
  const errors: ParseError[] = [];
  try {
    parse(json, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    return 'The document is nested too deeply.';
  }
  const first = errors[0];
  if (first === undefined) return 'Invalid JSON.';
  const before = json.slice(0, first.offset).split('\n');
  const what = printParseErrorCode(first.error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return `Invalid JSON: ${what} at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}.`;
}

/** The paths of numbers that would lose digits when written again. */
export function roundedNumbers(json: string): JSONPath[] {
  const rounded: JSONPath[] = [];
  visit(json, {
    onLiteralValue: (value, offset, length, _line, _column, pathOfValue) => {
      if (typeof value !== 'number') return;
      if (digitsOf(json.slice(offset, offset + length)) !== digitsOf(String(value)))
        rounded.push(pathOfValue());
    },
  });
  return rounded;
}

/** A numeral in a normal form: `-1.50e3` is `-15e2`. */
function digitsOf(numeral: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]?\d+))?$/i.exec(numeral) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/(?<!0)0+$/, '');
  if (significant === '') return `${sign}0`;
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}

/** The paths of duplicate keys, once for each repetition. */
export function repeatedKeys(json: string): JSONPath[] {
  const repeated: JSONPath[] = [];
  const objects: Set<string>[] = [];
  visit(json, {
    onObjectBegin: () => void objects.push(new Set()),
    onObjectEnd: () => void objects.pop(),
    onObjectProperty: (key, _offset, _length, _line, _column, pathOfObject) => {
      const keys = objects.at(-1);
      if (keys?.has(key)) repeated.push([...pathOfObject(), key]);
      keys?.add(key);
    },
  });
  return repeated;
}
