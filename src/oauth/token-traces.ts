import type { HttpAnswer } from '../context/http.ts';
import { decodedDeeply } from '../text/decode-deeply.ts';
import { parseObject } from '../text/json-object.ts';
import { parseForm } from './form.ts';
import { textsIn } from './json-texts.ts';
import { isSecretName } from './protocol-words.ts';

/** The most characters of a text that could ever be shown. */
const longestLook = 65_536;

/** A token by its name or by its form (a JWT, RFC 7519; a bearer token, RFC 6750). */
const traces: readonly RegExp[] = [
  /(?:access|refresh|id)[\s_-]?token["'\\\]\s]{0,8}[:=>]/i,
  /token["'\\\]\s]{0,8}[:=>]["'\\[\s]{0,8}(?=[^\s"']{0,80}\d)[\w.~+/-]{8}/i,
  /bearer[\s:]{1,8}[\w.~+/-]{8}/i,
  /eyJ[\w-]{5}/,
];

/** Whether a text may contain a token, so that no part of it may be shown. */
export function mayHoldToken(text: string): boolean {
  const decoded = decodedDeeply(text.slice(0, longestLook), true);
  return [text.slice(0, longestLook), decoded].some((each) => traces.some((trace) => trace.test(each)));
}

/** The most tokens that are kept; a response with more is never shown. */
const mostTokens = 200;

/** A token in an unknown format. It ends where a value in JSON, a form, a list or a page would. */
const looseToken = /(?:access|refresh|id)[_-]?token[\\"']*\s*[:=]\s*[\\"']*((?:[^\\"'&\s,}<]|\\[^"'\s])+)/gi;

/** The texts in a response that are secret by name, without duplicates, also if its format is unknown. */
export function secretsIn({ body }: Pick<HttpAnswer, 'body'>): string[] {
  const json = parseObject(body);
  const named = json === undefined ? [] : textsIn(json).filter(({ key }) => isSecretName(key));
  const inForm = [...(parseForm(body) ?? [])].filter(([name]) => isSecretName(name));
  const loose = [...body.matchAll(looseToken)].map(([, text = '']) => text);
  const all = [...named.map(({ text }) => text), ...inForm.map(([, text]) => text), ...loose];
  return [...new Set(all)].filter((text) => text !== '').slice(0, mostTokens);
}
