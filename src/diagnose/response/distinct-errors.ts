import { errorCauses } from '../../facts/error-causes.ts';
import type { KnownError } from '../../facts/error-meaning.ts';
import type { ServerError } from '../../oauth/server-error.ts';
import { type RecognizedError, recognizedError } from './recognized-error.ts';

/** The different errors in the texts of a paste, in order. If no text is specific, only the most specific one counts. */
export function distinctErrors(messages: readonly ServerError[]): RecognizedError[] {
  const found = recognizedIn(messages);
  const reported = found.filter(({ by, isMention }) => by === 'words' || (by === 'code' && !isMention));
  if (reported.length > 0) return once(withoutBareCodes(reported));
  const best = lessSpecific.map((each) => found.findLast(({ by }) => by === each)).find(Boolean);
  return best === undefined ? [] : [best];
}

const lessSpecific = ['code', 'unknown', 'status'] as const;

/** What each text says. If none has known words, the words may be in pieces. */
function recognizedIn(messages: readonly ServerError[]): RecognizedError[] {
  const found = messages.map(recognizedError).filter((each) => each !== undefined);
  if (found.some(({ by }) => by === 'words')) return found;
  const whole = recognizedError({ words: messages.map(({ words }) => words).join('\n') });
  return whole?.by === 'words' || (whole !== undefined && found.length === 0) ? [whole, ...found] : found;
}

/** Codes belong to the words that explain them, also if these are in another text, as in a header and a page. */
function withoutBareCodes(errors: readonly RecognizedError[]): RecognizedError[] {
  const explained = errors.filter(({ by }) => by === 'words');
  const bare = errors.filter(({ by }) => by === 'code');
  return errors.flatMap((each) => {
    if (each.by === 'code') return explained.some((other) => isCodeOf(each, other)) ? [] : [each];
    const code = each.error.code ?? bare.find((other) => isCodeOf(other, each))?.error.code;
    return [code === undefined ? each : { ...each, error: { ...each.error, code } }];
  });
}

function isCodeOf(bare: RecognizedError, { error, known }: RecognizedError): boolean {
  if (error.code !== undefined) return error.code === bare.error.code;
  return bare.known.otherwise !== undefined || haveCommonCause(bare.known, known);
}

function haveCommonCause(one: KnownError, other: KnownError): boolean {
  const [values, others] = [valuesOf(one), valuesOf(other)];
  return values.length + others.length === 0 || values.some((value) => others.includes(value));
}

const valuesOf = ({ causes }: KnownError): string[] => causes.map((name) => errorCauses[name].value);

/** Of the same error several times, the last. */
const once = (errors: readonly RecognizedError[]): RecognizedError[] => [
  ...new Map(
    errors.map((each) => [each.by === 'words' ? each.known.means : `${each.error.code}`, each]),
  ).values(),
];
