import type { FoundParameter } from '../evidence/evidence.ts';
import { linesOf } from './list-lines.ts';
import { firstItem } from './parameter-lines.ts';
import { requestNames } from './parameter-names.ts';
import { readableItems } from './readable-items.ts';

const verifierName = 'code_verifier';
const otherNames = new RegExp(`\\b(?:${requestNames.filter((name) => name !== verifierName).join('|')})\\b`);

/** Random text. Anything else after the name may be words about it. */
const isRandom = (value: string): boolean => /^(?=.*\d)[\w-]{20,}$/.test(value);

/** The code_verifier rows in a text without any other parameter of a request. */
export function verifierRowsIn(text: string): FoundParameter[] {
  if (!text.includes(verifierName) || otherNames.test(text)) return [];
  const lines = linesOf(text);
  return lines
    .flatMap((_, at) => firstItem(lines, at) ?? [])
    .filter(({ name }) => name === verifierName)
    .flatMap((item) => readableItems(lines, [item]))
    .filter(({ value }) => isRandom(value))
    .map(({ name, value, sendIn }) => ({ name, value, sendIn }));
}
