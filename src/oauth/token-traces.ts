import type { HttpAnswer } from '../context/http.ts';
import { decodedDeeply } from '../text/decode-deeply.ts';
import { parseObject } from '../text/json-object.ts';
import { parseForm } from './form.ts';
import { textsIn } from './json-texts.ts';
import { isSecretName } from './protocol-words.ts';

/** As much of a text as is ever looked at for showing. */
const longestLook = 65_536;

/** A token that is named as one, or that has the form of one (a JWT, RFC 7519; a bearer token, RFC 6750). */
const traces: readonly RegExp[] = [
  /(?:access|refresh|id)[\s_-]?token["'\\\]\s]{0,8}[:=>]/i,
  /token["'\\\]\s]{0,8}[:=>]["'\\[\s]{0,8}(?=[^\s"']{0,80}\d)[\w.~+/-]{8}/i,
  /bearer[\s:]{1,8}[\w.~+/-]{8}/i,
  /eyJ[\w-]{5}/,
];

/** Whether a text may hold a token: then nothing of it is to be shown. */
export function mayHoldToken(text: string): boolean {
  const decoded = decodedDeeply(text.slice(0, longestLook), true);
  return [text.slice(0, longestLook), decoded].some((each) => traces.some((trace) => trace.test(each)));
}

/** More of them are not kept: an answer with that many is not shown anyway. */
const mostTokens = 200;

/** A token in a text that is not understood. It ends where a value of JSON, a form, a list or a page would. */
const looseToken = /(?:access|refresh|id)[_-]?token[\\"']*\s*[:=]\s*[\\"']*((?:[^\\"'&\s,}<]|\\[^"'\s])+)/gi;

/** Every text of an answer that is named as a token or another secret, each once, also where the answer is not understood. */
export function secretsIn({ body }: Pick<HttpAnswer, 'body'>): string[] {
  const json = parseObject(body);
  const named = json === undefined ? [] : textsIn(json).filter(({ key }) => isSecretName(key));
  const inForm = [...(parseForm(body) ?? [])].filter(([name]) => isSecretName(name));
  const loose = [...body.matchAll(looseToken)].map(([, text = '']) => text);
  const all = [...named.map(({ text }) => text), ...inForm.map(([, text]) => text), ...loose];
  return [...new Set(all)].filter((text) => text !== '').slice(0, mostTokens);
}
