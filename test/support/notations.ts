import { listed, type SampleUrl } from './manglings.ts';

type Write = (name: string, value: string) => string;

const each =
  (write: Write, separator = '\n', around: readonly [string, string] = ['', '']) =>
  (sample: Pick<SampleUrl, 'parameters'>): string =>
    around[0] + listed(sample, write, separator) + around[1];

const rowsOf = ({ parameters }: Pick<SampleUrl, 'parameters'>, name: string): object[] =>
  parameters.map(([key, value]) => ({ [name]: key, value, description: 'a note', disabled: false }));

/** Lists that aren't one parameter to a line. Values must have no marks. */
export const records: Readonly<Record<string, (sample: Pick<SampleUrl, 'parameters'>) => string>> = {
  'rows with a key': (sample) => JSON.stringify(rowsOf(sample, 'key'), null, 2),
  'rows with a name, on one line': (sample) => JSON.stringify(rowsOf(sample, 'name')),
  'rows without their outer marks': (sample) => JSON.stringify(rowsOf(sample, 'key')).slice(2, -2),
  'rows in an object': (sample) => JSON.stringify({ url: { query: rowsOf(sample, 'key') } }),
  'rows of JavaScript': each((name, value) => `{ key: '${name}', value: '${value}' },`),
  'pairs in Python': each((name, value) => `('${name}', '${value}')`, ', ', ['[', ']']),
  'pairs in JSON': ({ parameters }) => JSON.stringify(parameters, null, 2),
  'a hash of Ruby': each((name, value) => `"${name}" => "${value}"`, ', ', ['{', '}']),
  'a dictionary without braces': each((name, value) => `'${name}': '${value}'`, ', '),
  'query values of Go': each((name, value) => `"${name}":[]string{"${value}"}`, ', ', ['url.Values{', '}']),
  'a printed map of Go': each((name, value) => `${name}:${value}`, ' ', ['map[', ']']),
  'a printed map of Java': each((name, value) => `${name}=${value}`, ', ', ['{', '}']),
  'lines with commas': each((name, value) => `  ${name}: ${value},`, '\n', ['{\n', '\n}']),
  'lines with semicolons': each((name, value) => `${name}: ${value};`),
  'rows of HTML': each((name, value) => `<tr><td>${name}</td><td>${value}</td></tr>`, ''),
  'definitions in HTML': each((name, value) => `<dt>${name}</dt><dd>${value}</dd>`, '', ['<dl>', '</dl>']),
  'a form in HTML': each((name, value) => `<input type="hidden" name="${name}" value="${value}">`, ''),
  logfmt: each((name, value) => `${name}=${/ /.test(value) ? `"${value}"` : value}`, ' ', [
    'level=info ',
    '',
  ]),
  'options of curl': each((name, value) => `  --data-urlencode '${name}=${value}'`, ' \\\n', [
    'curl -G a \\\n',
    '',
  ]),
  'encoded options of curl': each((name, value) => `-d ${name}=${encodeURIComponent(value)}`, ' \\\n', [
    'curl -G a ',
    '',
  ]),
};

/** What a program puts before each line, and after it. */
export const margins: Readonly<Record<string, (line: string, at: number) => string>> = {
  'a time': (line, at) => `2024-05-01T12:00:0${at}Z ${line}`,
  'a time and a level': (line, at) => `12:00:0${at} ${at % 2 ? 'INFO' : 'DEBUG'} [main] ${line}`,
  'a line number': (line, at) => `${at + 8}: ${line}`,
  'a line number and a bar': (line, at) => `${String(at + 8).padStart(4)} │ ${line}`,
  'a file and a line number': (line, at) => `app.log:${at + 98}:${line}`,
  'the mark of an added line': (line) => `+${line}`,
  'the mark of an old line': (line) => `< ${line}`,
  borders: (line) => `│ ${line.padEnd(90)} │`,
  'a right border': (line) => `${line.padEnd(90)}│`,
};
