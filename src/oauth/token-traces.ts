import type { HttpAnswer } from '../context/http.ts';
import { decodedDeeply } from '../text/decode-deeply.ts';
import { isObject, parseObject } from '../text/json-object.ts';
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

/** Every text of an answer that is named as a token or another secret, also where the answer is not understood. */
export function secretsIn({ body }: Pick<HttpAnswer, 'body'>): string[] {
  const loose = body.matchAll(/(?:access|refresh|id)_token["']?\s{0,8}[:=]\s{0,8}["']?([^"'&\s,}]+)/g);
  const found: string[] = [];
  for (const text of namedSecrets(parseObject(body), 0)) if (found.push(text) >= mostTokens) return found;
  for (const [, text = ''] of loose) if (found.push(text) >= mostTokens) return found;
  return found;
}

const deepest = 8;

function* namedSecrets(value: unknown, depth: number): Generator<string> {
  if (depth > deepest || typeof value !== 'object' || value === null) return;
  const entries = isObject(value) ? Object.entries(value) : Object.entries(value as unknown[]);
  for (const [name, inner] of entries) {
    if (typeof inner === 'string' && isSecretName(name) && inner !== '') yield inner;
    else yield* namedSecrets(inner, depth + 1);
  }
}
