import { hidden, type Redactor } from '../../checks/redactor.ts';
import type { HttpAnswer, HttpOutcome, HttpRequest } from '../../context/http.ts';
import { isSecretName } from '../../oauth/protocol-words.ts';
import { serverError } from '../../oauth/server-error.ts';
import { foreignWords } from './quote.ts';

/** Parameters whose values are never shown. */
const isNeverShown = (name: string): boolean => name === 'code' || isSecretName(name);

/** A readable request: method, URL without parameters, then each parameter. */
export function narrateRequest(purpose: string, request: HttpRequest, redactor: Redactor): string[] {
  const url = new URL(request.url);
  return [
    `> ${purpose}`,
    `> ${request.method} ${redactor.redact(`${url.origin}${url.pathname}`)}`,
    ...(request.headers.authorization === undefined ? [] : [`>   Authorization: Basic ${hidden}`]),
    ...parameterLines(url.searchParams, redactor).map((line) => `>   ${line}`),
    ...parameterLines(new URLSearchParams(request.body), redactor).map((line) => `>   ${line} (body)`),
  ];
}

/** A readable response. Of its body, only the size and the reported error. */
export function narrateOutcome(outcome: HttpOutcome, redactor: Redactor): string[] {
  if (!outcome.ok) return [`< ${outcome.problem.detail}`];
  const { status, headers, body } = outcome.value;
  const type = headers['content-type'] ?? 'no content type';
  return [
    `< ${status}, ${redactor.redact(type, 80)}, ${Buffer.byteLength(body)} bytes`,
    ...(headers.location === undefined ? [] : locationLines(headers.location, redactor)),
    ...errorLines(outcome.value, redactor),
  ];
}

function errorLines(answer: HttpAnswer, redactor: Redactor): string[] {
  if (answer.status < 400) return [];
  const { code, words } = serverError(answer);
  return [code, words].filter((text) => text).map((text) => `<   ${foreignWords(text ?? '', redactor)}`);
}

/** The parameters of a foreign URL may contain a session, so only their names and the values of errors are shown. */
function locationLines(location: string, redactor: Redactor): string[] {
  const [place = '', query = ''] = location.split(/[?#]/);
  const lines = [...new URLSearchParams(query)].map(([name, value]) => {
    const shown = /^error(?:_description)?$/.test(name) ? foreignWords(value, redactor, 200) : hidden;
    return `<     ${redactor.redact(name, 60)} = ${shown}`;
  });
  return [`<   Location: ${foreignWords(place, redactor, 200)}`, ...lines.slice(0, 20)];
}

function parameterLines(parameters: URLSearchParams, redactor: Redactor): string[] {
  return [...parameters].map(
    ([name, value]) =>
      `${redactor.redact(name, 60)} = ${isNeverShown(name) ? hidden : redactor.redact(value, 200)}`,
  );
}
