import { foreignCharacter } from './characters.ts';
import { lookup } from './lookup.ts';

/** Opening quotation marks, each with its closing one and the name of both. */
const marks: Readonly<Record<string, readonly [closing: string, name: string]>> = {
  '"': ['"', 'double quotation marks'],
  "'": ["'", 'single quotation marks'],
  '`': ['`', 'backticks'],
  '\u201c': ['\u201d', 'typographic quotation marks'],
  '\u2018': ['\u2019', 'typographic quotation marks'],
  '\u201e': ['\u201c', 'typographic quotation marks'],
  '\u00ab': ['\u00bb', 'typographic quotation marks'],
};

/** The problem of a value in quotation marks, to complete the sentence "Client ID …"; undefined if there are none. */
export function quotationProblem(text: string): string | undefined {
  const [closing, name] = lookup(marks, text.charAt(0)) ?? [];
  return closing !== undefined && text.length > 1 && text.endsWith(closing)
    ? `is in ${name}. Remove them.`
    : undefined;
}

/** The same for prose, which can begin and end with different quotations: `"A" and "B"`. */
export function proseQuotationProblem(text: string): string | undefined {
  const inner = text.slice(1, -1);
  const [closing = ''] = lookup(marks, text.charAt(0)) ?? [];
  return inner.includes(text.charAt(0)) || inner.includes(closing) ? undefined : quotationProblem(text);
}

/** The same for a value that can't contain any quotation mark. */
export function anyQuotationProblem(text: string): string | undefined {
  const found = foreignCharacter(text, /^[^"'`\u2018-\u201f\u00ab\u00bb]$/);
  if (found === undefined) return undefined;
  return quotationProblem(text) ?? `contains ${found}. Remove all quotation marks.`;
}
