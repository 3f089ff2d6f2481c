import { anyRequestName } from './parameter-names.ts';

/** How programs write the parameters of a list that isn't one parameter to a line. */
export interface RecordNotation {
  /** Finds one parameter: its `name`, its `value`, and the `mark` around that, or else the `separator` before it. */
  readonly pattern: RegExp;
  /** Nothing but white space, and possibly a line break, may separate two of them. */
  readonly keepsBreaks?: boolean;
  /** Some are on the same line: lists with one parameter to a line are read otherwise. */
  readonly sharesLines?: boolean;
}

const s = '\\s{0,60}';
const mark = '["\'`]';
const word = '[A-Za-z][\\w.-]{0,60}';
const name = `(?<name>${word})`;
const quoted = '(?<mark>["\'`])(?<value>(?:\\\\.|(?!\\k<mark>).){0,600})\\k<mark>';
const closing = `(?=${s}(?:[,;)\\]}]|$))`;
const text = '(?<value>[^<>\\s][^<>]{0,600})</(?!tr|[duo]l|t?body|table)';
const rowTag = '(?!tr|li|[duo]l|t?body|table)';
const tag = `</?${rowTag}[A-Za-z][^<>]{0,200}>`;
const key = (names: string): string => `(?<!\\w)${mark}?(?:${names})${mark}?${s}:${s}`;
const otherKey = `${mark}?\\w{1,20}${mark}?${s}:${s}(?:"[^"]{0,200}"|'[^']{0,200}'|\\w{1,20})${s},${s}`;

/** What ends a value without a mark: the next parameter, or the end of the list. */
const plainName = `(?!api:|https?:)${name}`;
const flag = '(?:[\\\\^`]?\\s*-[-\\w]{1,20}[\\s=])?\\s*';
const afterComma = `(?:${s}\\])?${s}(?:[,;](?=${s}(?:(?!api:|https?:)${word}${s}(?:=|:|->)|[})]|$|\\n))|[})])`;
const afterSpace = `${mark}?(?:${s}\\])?(?:(?=\\s+${flag}${mark}?(?:${word}=|${anyRequestName}:))|${s}[})\\]])`;
const upTo = (end: string): string =>
  `(?<value>(?:(?!${end}|\\n[^\\w\\n]{0,60}${word}(?:=|:[ \\n]))[^{}[\\]()"'\`<>\u201c\u201d]){1,600})(?:${end})`;

/** The first notation that applies to a text is the one that it is read in. */
export const recordNotations: readonly RecordNotation[] = [
  // {"key": "scope", "value": "a"}
  {
    pattern: `${key('key|name')}${mark}${name}${mark}${s},${s}(?:${otherKey}){0,4}${key('value')}${quoted}${closing}`,
  },
  // ("scope", "a")
  { pattern: `(?<![\\w$.\\])])[[(]${s}${mark}${name}${mark}${s},${s}${quoted}${s}[\\])]` },
  // {"scope" => "a", :scope => "a", scope: "a", "scope": ["a"]}
  {
    pattern: `(?<=[{[(,]${s}:?${mark}?|(?<![\\w$.?])${mark})${name}${mark}?${s}(?::|=>|->)${s}(?:[\\w[\\]]{0,60}[[({])?${quoted}${closing}`,
    sharesLines: true,
  },
  // <input name="scope" value="a">, <td>scope</td><td>a</td>
  {
    pattern: `\\bname=${mark}${name}${mark}[^<>]{0,80}?\\bvalue=${quoted}(?=${s}(?:/?>|[a-z]+[=>]))`,
  },
  { pattern: `>${s}${name}${s}(?:${tag}${s}|:${s}){1,6}${text}` },
  // {scope=a, state=b}, scope: a, state: b,
  {
    pattern: `(?<=(?:^|[{[(,;\\n])[ \\t]{0,60})${plainName}${s}(?<separator>=|:|->)${s}\\[?${upTo(afterComma)}`,
    keepsBreaks: true,
  },
  // -d scope=a --data-urlencode "state=b"
  {
    pattern: `(?<=-[-\\w]{1,20}(?:\\s{0,60}|=))(?<mark>${mark})${name}${s}=(?<value>(?:(?!\\k<mark>).){0,600})\\k<mark>(?=\\s*(?:[\\\\^\`]?\\s*--?[A-Za-z]|[\\\\^\`|>]|\\n|$))`,
  },
  {
    pattern: `(?<=\\s-[-\\w]{1,20}(?:\\s{1,60}|=))${name}${s}(?<separator>=)${upTo('(?=\\s+(?:[\\\\^`]\\s*)?--?[A-Za-z]|\\s*(?:\\n\\s*(?:\\n|```)|$))')}`,
    keepsBreaks: true,
  },
  // map[scope:a state:b], scope="a" state=b
  {
    pattern: `(?<![^\\s{[('"\`])${plainName}(?<separator>=|:)[ ]?\\[?(?<mark>${mark})?${upTo(afterSpace)}`,
    sharesLines: true,
    keepsBreaks: true,
  },
].map(({ pattern, ...how }) => ({ pattern: new RegExp(pattern, 'dg'), ...how }));
