import { challengeParameters } from '../../oauth/challenges.ts';
import { codesInPaste } from '../../oauth/codes-in-prose.ts';
import { spelledCode } from '../../oauth/error-codes.ts';
import { withoutMisreadings } from '../../oauth/misread-words.ts';
import { unescaped } from '../../oauth/paste-escapes.ts';
import { type ServerError, withCode } from '../../oauth/server-error.ts';
import { isMarkup, withoutTags } from '../../oauth/visible-text.ts';
import { percentDecoded } from '../../text/percent-encoding.ts';
import { errorRecords } from './error-records.ts';
import { errorsInJson } from './json-errors.ts';
import { jsonSpans } from './json-spans.ts';
import { masked } from './mask.ts';
import { isTelling, textWindows } from './text-windows.ts';

/** How many levels of JSON in texts of JSON are read. */
const deepest = 2;

/** More than people paste, and few enough to judge each one. */
const mostMessages = 100;

/** Texts in one JSON value that are read like a paste: enough for as many messages, some of them repeated. */
const mostTexts = 1000;

/** The errors in a text, in any envelope: headers, JSON, pages, prose. */
export const messagesIn = (text: string): ServerError[] => distinct(read(text, 0)).slice(0, mostMessages);

function read(text: string, depth: number): ServerError[] {
  const headers = headersIn(text);
  const parts = pagesIn(masked(text, headers));
  return [...headers.map(({ error }) => error), ...parts.flatMap((part) => readPart(part, depth))];
}

/** Each page, and the text around it. */
const pagesIn = (text: string): string[] => text.split(/(?=<html\b)|(?<=<\/html>)/i);

function readPart(text: string, depth: number): ServerError[] {
  const { errors, rest } = isMarkup(text) ? unescapedJson(text, depth) : readJson(text, depth);
  return [...errors, ...proseIn(rest)];
}

interface Reading {
  readonly errors: readonly ServerError[];
  readonly rest: string;
}

function readJson(text: string, depth: number): Reading {
  const spans = jsonSpans(text);
  const errors = spans.flatMap(({ value }) => {
    const found = errorsInJson(value);
    const inner =
      depth < deepest
        ? found.texts
            .filter(isTelling)
            .slice(0, mostTexts)
            .flatMap((each) => read(each, depth + 1))
        : [];
    return [...found.errors, ...inner];
  });
  return { errors, rest: masked(text, spans) };
}

/** A page may have JSON in a script, and JSON that it shows. */
function unescapedJson(page: string, depth: number): Reading {
  const hidden = readJson(page, depth);
  const shown = readJson(unescaped(withoutTags(hidden.rest)).text, depth);
  return { errors: [...hidden.errors, ...shown.errors], rest: shown.rest };
}

/** A word, or an error number such as `ZI0001`. */
const hasWord = /\p{L}{3}|\b[A-Z]{1,2}\d{4}/u;

const proseIn = (text: string): ServerError[] =>
  errorRecords(withoutMisreadings(percentDecoded(unescaped(text).text))).flatMap((record) => {
    const words = record.replace(/\s+/g, ' ').trim();
    return textWindows(words)
      .filter((piece) => hasWord.test(piece))
      .map((piece) => withCode((piece === words ? codesInPaste(record) : codesInPaste(piece))[0], piece));
  });

const lineWithError = /^.*\berror\b.*$/gim;
const headerName = /www-authenticate["']?\s?:/i;

/** The challenges in a text, each on its line, with or without the name of the header. */
function headersIn(text: string): { start: number; end: number; error: ServerError }[] {
  return [...text.matchAll(lineWithError)].flatMap(({ 0: line, index }) => {
    const [rest = ''] =
      (hasOpenQuote(line) &&
        restOfQuote.exec(text.slice(index + line.length, index + line.length + longestRest))) ||
      [];
    const header = line + rest;
    const error = errorInHeader(header);
    return error === undefined ? [] : [{ start: index, end: index + header.length, error }];
  });
}

const hasOpenQuote = (line: string): boolean => line.split('"').length % 2 === 0;

/** The next line or two, up to a quotation mark. */
const restOfQuote = /^(?:\n[^"\n]*){1,2}"/;
const longestRest = 1000;

function errorInHeader(line: string): ServerError | undefined {
  const name = headerName.exec(line);
  if (!(name || /\b(?:Bearer|Basic|DPoP)\b/.test(line))) return undefined;
  const parameters = challengeParameters(name === null ? line : line.slice(name.index + name[0].length));
  const error = parameters.get('error');
  if (error === undefined) return undefined;
  const code = spelledCode(error);
  const words = [code === undefined ? error : '', parameters.get('error_description') ?? ''];
  return withCode(code, words.filter(Boolean).join(': '));
}

function distinct(errors: readonly ServerError[]): ServerError[] {
  return [...new Map(errors.map((error) => [`${error.code} ${error.words}`, error])).values()];
}
