/** What windows, emails, shells, servers, and people do to a URL on its way into a paste. */

/** An authorization request, or a URL where a sign-in ended. */
export interface SampleUrl {
  readonly endpoint: string;
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

export type Mangling = (text: string) => string;

/** Percent-encoding of everything but unreserved characters, RFC 3986 section 2.3. */
export const strictlyEncoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** Form encoding: a space is "+". */
export const formEncoded = (text: string): string => strictlyEncoded(text).replaceAll('%20', '+');

/** As in a URL whose values were encoded once more. */
export const doublyEncoded = (text: string): string => strictlyEncoded(strictlyEncoded(text));

const queryOf = ({ parameters }: SampleUrl, encode: Mangling = strictlyEncoded): string =>
  parameters.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');

export const urlOf = (sample: SampleUrl, encode: Mangling = strictlyEncoded): string =>
  `${sample.endpoint}?${queryOf(sample, encode)}`;

const around =
  (before: string, after: string): Mangling =>
  (text) =>
    before + text + after;

/** How the URL itself is written. */
export const spellings: Readonly<Record<string, Mangling>> = {
  plain: (url) => url,
  ampersandReference: (url) => url.replaceAll('&', '&amp;'),
  ampersandReferenceTwice: (url) => url.replaceAll('&', '&amp;amp;'),
  numericReference: (url) => url.replaceAll('&', '&#38;'),
  hexReference: (url) => url.replaceAll('&', '&#x26;'),
  unicodeEscape: (url) => url.replaceAll('&', '\\u0026'),
  escapedSlashes: (url) => url.replaceAll('/', '\\/'),
  escapedForShell: (url) => url.replace(/[?&=]/g, '\\$&'),
  encodedOnce: (url) => encodeURIComponent(url),
  encodedTwice: (url) => encodeURIComponent(encodeURIComponent(url)),
  encodedQuery: (url) => url.replace(/\?.*/s, (query) => `?${encodeURIComponent(query.slice(1))}`),
  withoutScheme: (url) => url.replace(/^https:\/\//, ''),
  pathAndQuery: (url) => url.replace(/^https:\/\/[^/]+/, ''),
  bareQuery: (url) => url.slice(url.indexOf('?') + 1),
  queryWithMark: (url) => url.slice(url.indexOf('?')),
  viewSource: around('view-source:', ''),
  invisibleInside: (url) => url.replace(/.{7}/g, '$&\u200b'),
  softHyphens: (url) => url.replace(/.{11}/g, '$&\u00ad'),
};

/** The text around it. */
export const surroundings: Readonly<Record<string, Mangling>> = {
  nothing: (url) => url,
  whiteSpace: around('  \t', '  \n'),
  sentence: around('It stopped at ', '. What now?'),
  label: around('Request URL: ', '\nRequest Method: GET\nStatus Code: 400 Bad Request'),
  markdownLink: around('See [the sign-in](', ') please.'),
  markdownAutolink: around('See <', '>.'),
  chatLink: around('See <', '|this page> please'),
  doubleQuotes: around('open "', '", then'),
  singleQuotes: around("open '", "', then"),
  backticks: around('open `', '` then'),
  typographicQuotes: around('open “', '”, then'),
  guillemets: around('ouvrir «', '».'),
  parentheses: around('(', ')'),
  brackets: around('[', ']'),
  cornerBrackets: around('「', '」'),
  anchor: around('<a href="', '">Sign in</a>'),
  bold: around('**', '**'),
  table: around('| URL | ', ' |'),
  json: around('{"level":"error","url":"', '","status":400}'),
};

/** Its line breaks. */
export const wraps: Readonly<Record<string, Mangling>> = {
  none: (text) => text,
  at76: (text) => wrapped(text, 76, '\n'),
  at80: (text) => wrapped(text, 80, '\r\n'),
  at120: (text) => wrapped(text, 120, '\n'),
  indented: (text) => wrapped(text, 72, '\n    '),
  trailingSpace: (text) => wrapped(text, 78, ' \n'),
  lineSeparator: (text) => wrapped(text, 66, '\u2028'),
};

/** What is between two lines of a text that was wrapped. */
export const separators: readonly string[] = ['\n', '\r\n', '\n    ', ' \n', '\u2028'];

/** Breaks lines that are longer than `width` characters. */
export const wrapped = (text: string, width: number, separator: string): string =>
  text
    .split('\n')
    .map((line) => (line.match(new RegExp(`.{1,${width}}`, 'gs')) ?? ['']).join(separator))
    .join('\n');

const quotedBy = (mark: string, text: string): string =>
  text
    .split(/\r?\n|\u2028/)
    .map((line) => mark + line)
    .join('\n');

/** What an email does to a whole text. */
export const mails: Readonly<Record<string, Mangling>> = {
  none: (text) => text,
  reply: (text) => quotedBy('> ', text),
  replyToReply: (text) => quotedBy('> > ', text),
  replyWithHead: (text) => `On Monday, someone wrote:\n${quotedBy('> ', text)}`,
};

/** RFC 2045 section 6.7, lines of at most 76 characters. */
export function quotedPrintable(text: string): string {
  const units =
    Buffer.from(text, 'utf8')
      .toString('latin1')
      .match(/[\s\S]/g)
      ?.map((unit) =>
        /[\n\x20-\x3c\x3e-\x7e]/.test(unit)
          ? unit
          : `=${unit.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
      ) ?? [];
  let line = 0;
  return units
    .map((unit) => {
      line = unit === '\n' ? 0 : line + unit.length;
      if (line <= 75) return unit;
      line = unit.length;
      return `=\n${unit}`;
    })
    .join('');
}

const escapedForCmd = (text: string): string =>
  text.replace(/[^a-zA-Z0-9\s_\-:=+~'/.',?;()*`]/g, '^$&').replace(/%(?=[a-zA-Z0-9_])/g, '%^');

/** A request as copied from developer tools. */
export const copies: Readonly<Record<string, Mangling>> = {
  curlForBash: (url) =>
    `curl '${url.replaceAll("'", "'\\''")}' \\\n  -H 'accept: text/html' \\\n  --compressed`,
  curlForBashAnsi: (url) =>
    `curl $'${url.replaceAll("'", "\\'").replaceAll('!', '\\u0021')}' \\\n  -H 'accept: text/html' \\\n  --insecure`,
  curlForCmd: (url) => `curl ^"${escapedForCmd(url)}^" ^\n  -H ^"accept: text/html^" ^\n  --compressed`,
  curlInBatchFile: (url) => `curl "${url.replaceAll('%', '%%')}" ^\n  -H "accept: text/html"`,
  powerShell: (url) =>
    `$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\nInvoke-WebRequest -UseBasicParsing -Uri "${url.replace(/[`"$]/g, '`$&')}" \`\n-WebSession $session \`\n-Headers @{\n"accept"="text/html"\n}`,
  nodeFetch: (url) =>
    `fetch("${url}", {\n  "headers": {\n    "accept": "text/html"\n  },\n  "body": null,\n  "method": "GET"\n});`,
  requestLine: (url) => {
    const { host, pathname } = new URL(url);
    return `GET ${pathname}${url.slice(url.indexOf('?'))} HTTP/1.1\nHost: ${host}\nAccept: text/html`;
  },
  http2Headers: (url) => {
    const { host, pathname } = new URL(url);
    return `:authority: ${host}\n:method: GET\n:path: ${pathname}${url.slice(url.indexOf('?'))}\n:scheme: https\naccept: text/html`;
  },
};

/** A URL that contains another one as a parameter. */
export const carriers: Readonly<Record<string, Mangling>> = {
  none: (url) => url,
  fromUri: (url) => `https://okta-login.zoominfo.com/login/login.htm?fromURI=${encodeURIComponent(url)}`,
  fromPath: (url) => `https://okta-login.zoominfo.com/signin?fromURI=${encodeURIComponent(url)}&lang=en#top`,
  relayState: (url) => `https://login.zoominfo.com/sso?SAMLRequest=abc&RelayState=${encodeURIComponent(url)}`,
  state: (url) => `https://login.zoominfo.com/?state=${encodeURIComponent(url)}`,
  encodedTwice: (url) => `https://login.zoominfo.com/?fromURI=${encodeURIComponent(encodeURIComponent(url))}`,
  asItIs: (url) => `https://login.zoominfo.com/?fromURI=${url}`,
  safeLink: (url) =>
    `https://emea01.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=05%7C02%7C%7C&sdata=abc%3D&reserved=0`,
  google: (url) => `https://www.google.com/url?q=${encodeURIComponent(url)}&sa=D&ust=1700000000`,
};

const hexDigest = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';

/** Links of an email in which the whole URL is encoded. */
export const protections: Readonly<Record<string, Mangling>> = {
  proofpoint3: (url) =>
    `https://urldefense.com/v3/__${url.replace(/[^\w:/?=&.~-]+/g, placeholderOf)}__;${Buffer.from(url.replace(/[\w:/?=&.~-]/g, '')).toString('base64url')}!!AbC-d!x_y$`,
  proofpoint: (url) =>
    `See https://urldefense.proofpoint.com/v2/url?u=${proofpointEncoded(url)}&d=DwMFaQ&c=a-b_c&e= .`,
  sophos: (url) =>
    `<https://eu-west-1.protection.sophos.com/?d=zoominfo.com&u=${Buffer.from(url).toString('base64')}&i=NWQ=&t=YWJj&h=${hexDigest}>`,
  sophosEncoded: (url) =>
    `"https://us-west-2.protection.sophos.com?d=zoominfo.com&amp;u=${encodeURIComponent(Buffer.from(url).toString('base64'))}&amp;h=${hexDigest}&amp;s=${'Ab1-'.repeat(24)}"`,
};

/** `*` for a character, `**A` for two, `**B` for three. */
const placeholderOf: Mangling = ({ length }) =>
  length === 1 ? '*' : `**${String.fromCharCode('A'.charCodeAt(0) + length - 2)}`;

const proofpointEncoded: Mangling = (url) =>
  url
    .replace(/[^\w./]|_/g, (mark) => encodeURIComponent(mark).replace(/^[^%]/, `%${hexOf(mark)}`))
    .replaceAll('%', '-')
    .replaceAll('/', '_');

const hexOf = (mark: string): string => mark.charCodeAt(0).toString(16).toUpperCase();

/** The parameters in a list, in any notation. */
export const listed = (
  { parameters }: Pick<SampleUrl, 'parameters'>,
  write: (name: string, value: string) => string,
  separator = '\n',
): string => parameters.map(([name, value]) => write(name, value)).join(separator);

/** Lists of the parameters, as developer tools show them, and as people and programs write them. Values must be on one line, without white space around. */
export const lists: Readonly<Record<string, (sample: SampleUrl) => string>> = {
  colons: ({ parameters }) => parameters.map((each) => each.join(': ')).join('\n'),
  colonsWithHead: ({ parameters }) =>
    `Query String Parameters\nview source\n${parameters.map((each) => each.join(': ')).join('\n')}\n`,
  encodedColons: ({ parameters }) =>
    parameters.map(([name, value]) => `${name}: ${strictlyEncoded(value)}`).join('\n'),
  tabs: ({ parameters }) => parameters.map((each) => each.join('\t')).join('\n'),
  quoted: ({ parameters }) => parameters.map(([name, value]) => `${name}\t"${value}"`).join('\n'),
  alternating: ({ parameters }) => parameters.map((each) => each.join('\n')).join('\n'),
  bullets: (sample) => listed(sample, (name, value) => `- ${name}: ${value}`),
  spacedBullets: (sample) => listed(sample, (name, value) => `- ${name}: ${value}\n`),
  boldBullets: (sample) => listed(sample, (name, value) => `* **${name}:** ${value}`),
  numbers: (sample) => listed(sample, (name, value) => `1. \`${name}\` = \`${value}\``),
  arrows: (sample) => listed(sample, (name, value) => `${name} => ${value}`),
  commas: (sample) => `name,value\n${listed(sample, (name, value) => `${name},${value}`)}`,
  semicolons: (sample) => listed(sample, (name, value) => `"${name}";"${value}"`),
  markdownTable: (sample) =>
    `| Name | Value |\n| --- | --- |\n${listed(sample, (name, value) => `| ${name} | ${value} |`)}`,
  boxes: (sample) => listed(sample, (name, value) => `│ ${name} │ ${value} │\n├──────┼──────┤`),
  yaml: (sample) => `query:\n${listed(sample, (name, value) => `  ${name}: '${value}'`)}`,
  printedDict: (sample) => `sent {${listed(sample, (name, value) => `'${name}': '${value}'`, ', ')}} at 9`,
  parsedQuery: (sample) => `{${listed(sample, (name, value) => `'${name}': ['${value}']`, ', ')}}`,
  literalObject: (sample) => `query = {\n${listed(sample, (name, value) => `  ${name}: "${value}",`)}\n}`,
  hash: (sample) => `{${listed(sample, (name, value) => `:${name} => "${value}"`, ', ')}}`,
  printedArray: (sample) => `Array\n(\n${listed(sample, (name, value) => `    [${name}] => ${value}`)}\n)`,
};

/** A request as an entry in a HAR file. */
const harEntry = (sample: SampleUrl): object => ({
  request: {
    method: 'GET',
    url: urlOf(sample),
    httpVersion: 'http/2.0',
    headers: [{ name: 'accept', value: 'text/html' }],
    queryString: sample.parameters.map(([name, value]) => ({ name, value: strictlyEncoded(value) })),
  },
  response: { status: 302, headers: [], content: { size: 0, mimeType: 'text/html' } },
});

const firefoxCopy = ({ endpoint, parameters }: SampleUrl): object => {
  const { host, pathname } = new URL(endpoint);
  return { GET: { scheme: 'https', host, filename: pathname, query: Object.fromEntries(parameters) } };
};

/** JSON that contains the request. */
export const jsonCopies: Readonly<Record<string, (sample: SampleUrl) => string>> = {
  harEntry: (sample) => JSON.stringify(harEntry(sample), null, 2),
  har: (sample) => JSON.stringify({ log: { version: '1.2', pages: [], entries: [harEntry(sample)] } }),
  queryStringAlone: ({ parameters }) =>
    JSON.stringify({ queryString: parameters.map(([name, value]) => ({ name, value })) }),
  firefox: (sample) => JSON.stringify(firefoxCopy(sample), null, '\t'),
};
