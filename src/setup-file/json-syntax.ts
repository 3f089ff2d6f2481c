import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { lookup } from '../text/lookup.ts';
import { earlyEnd, type JsonFault, jsonFaults, type SyntaxFault } from './json-faults.ts';

/** What other languages allow and JSON doesn't, by the text before and after the place that a parser reports. */
interface Slip extends SyntaxFault {
  readonly before?: RegExp;
  readonly after: RegExp;
  /** It is the last character before that place. */
  readonly isBefore?: true;
}

const slips: readonly Slip[] = [
  { after: /^(?:<{7}|={7}|>{7})/, what: 'a merge conflict', remedy: 'Resolve it.' },
  { after: /^(?:\/[/*]|#)/, what: 'a comment', remedy: 'Remove it. JSON has no comments.' },
  { before: /[{[,]$/, after: /^,/, what: 'an extra comma', remedy: 'Remove it.' },
  {
    before: /(?<![\w.])0$/,
    after: /^\d/,
    what: 'a number with a leading zero',
    remedy: 'Remove the zero, or put the number in double quotation marks.',
    isBefore: true,
  },
  { before: /,$/, after: /^[}\]]/, what: 'a trailing comma', remedy: 'Remove it.', isBefore: true },
  { after: /^'/, what: 'a single quotation mark', remedy: 'Use double quotation marks.' },
  {
    after: /^[\u2018-\u201f\u00ab\u00bb]/,
    what: 'a typographic quotation mark',
    remedy: 'Use straight double quotation marks.',
  },
  {
    before: /[{,]$/,
    after: /^[\w$-]+\s*:/,
    what: 'a key without quotation marks',
    remedy: 'Put it in double quotation marks.',
  },
  {
    before: /[:,[]$/,
    after: /^[a-z]/i,
    what: 'an unknown word',
    remedy: 'Put text in double quotation marks. Only null, true, and false need none.',
  },
  {
    after: /^[^\t\n\r -~]/,
    what: 'an invisible or special character',
    remedy: 'Remove it, or put it in double quotation marks.',
  },
];

/** Enough to recognize a slip. */
const longestSlip = 200;

/** A syntax error and its place, without the text: JSON.parse repeats the text and, on Node 20, may omit the place. */
export function syntaxProblem(json: string): string {
  if (json.trim() === '') return 'The document is empty.';
  const errors: ParseError[] = [];
  try {
    parse(json, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    return 'The document is nested too deeply.';
  }
  const [first] = errors;
  return first === undefined ? 'Invalid JSON.' : problemAt(json, first);
}

function problemAt(json: string, { offset, error }: ParseError): string {
  const known = lookup(jsonFaults, printParseErrorCode(error)) ?? otherError;
  const place = known.isInString ? endOfValidString(json, offset) : offset;
  unfinished.lastIndex = place;
  if (unfinished.test(json)) return problemText(earlyEnd, json, json.trimEnd().length);
  const before = json.slice(0, offset).trimEnd();
  const after = json.slice(offset, offset + longestSlip);
  const slip = slips.find((each) => each.after.test(after) && (each.before?.test(before) ?? true));
  if (slip !== undefined) return problemText(slip, json, slip.isBefore ? before.length - 1 : offset);
  return problemText(known, json, place);
}

/** Nothing, or the beginning of an escape or, in place of a value, of a number or a word, up to the end of the text. */
const unfinished =
  /(?:\\(?:u[\da-f]{0,3})?|(?<=[:,[]\s*)(?:-?(?:\d+(?:\.|(?:\.\d+)?e[+-]?))?|tr?u?|fa?l?s?|nu?l?))?\s*$/iy;

const otherError: JsonFault = { what: 'an error', remedy: 'Correct it.' };

/** The valid beginning of a string, RFC 8259 section 7. */
const validString = /"(?:[^"\\\x00-\x1f]+|\\(?:["\\/bfnrt]|u[\da-f]{4}))*/iy;

function endOfValidString(json: string, offset: number): number {
  validString.lastIndex = offset;
  return validString.test(json) ? validString.lastIndex : offset;
}

const problemText = ({ what, remedy }: SyntaxFault, json: string, offset: number): string =>
  `Invalid JSON: ${what} at ${placeOf(json, offset)}. ${remedy}`;

function placeOf(json: string, offset: number): string {
  const lines = json.slice(0, offset).split(/\r\n|\n|\r/);
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
