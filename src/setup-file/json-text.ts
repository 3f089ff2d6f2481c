import { type JSONPath, visit } from 'jsonc-parser';

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
