import { errorCauses } from '../../facts/error-causes.ts';
import type { KnownError } from '../../facts/error-meaning.ts';
import { spelledCode } from '../../oauth/error-codes.ts';
import type { ServerError } from '../../oauth/server-error.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { elsewhereInText } from './elsewhere.ts';
import { isAboutSignIn } from './everyday-words.ts';
import { type RecognizedError, recognizedError } from './recognized-error.ts';
import { reportsIn } from './reports.ts';

/** The different errors in the texts of a paste, in order. If no text is specific, only the most specific one counts. */
export function distinctErrors(evidence: Evidence): RecognizedError[] {
  const found = recognizedIn(evidence);
  const reported = found.filter(isReported);
  if (reported.length > 0) return once(withoutBareCodes(reported));
  const best = lessSpecific.map((each) => found.findLast(({ by }) => by === each)).find(Boolean);
  return best === undefined ? [] : [best];
}

const isReported = (found: RecognizedError | undefined): boolean =>
  found?.by === 'words' || (found?.by === 'code' && !found.isMention);

const lessSpecific = ['code', 'other', 'unknown', 'status'] as const;

/**
 * What each text says. If none has known words, the words may be in pieces or broken. Otherwise, the rejoined texts only
 * complete what the others say: lines that don't belong together may be joined in them.
 */
function recognizedIn(evidence: Evidence): RecognizedError[] {
  const { messages, rejoined = [] } = evidence;
  const context = { isOfSignIn: isAboutSignIn(evidence), elsewhere: elsewhereInText(evidence) };
  const read = (error: ServerError): RecognizedError | undefined => recognizedError(error, context);
  const isReport = (piece: ServerError): boolean => isReported(read(piece));
  const [found = [], joined = []] = [messages, rejoined].map((texts) =>
    texts.flatMap((text) => {
      const reports = reportsIn(text, isReport);
      const whole = reports.length > 1 ? { toldIn: text } : {};
      return reports.flatMap((report) => {
        const error = read(report);
        return error === undefined ? [] : [{ ...error, ...whole }];
      });
    }),
  );
  if (found.some(({ by }) => by === 'words'))
    return [...found, ...joined.filter((each) => found.some((other) => isSame(each, other)))];
  const whole = read({ words: messages.map(({ words }) => words).join('\n') });
  const isTelling = whole?.by === 'words' || found.length === 0;
  return [...(whole !== undefined && isTelling ? [whole] : []), ...found, ...joined];
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

function isCodeOf(bare: RecognizedError, { error, known, toldIn }: RecognizedError): boolean {
  if (toldIn !== undefined && toldIn === bare.toldIn) return false;
  if (error.code !== undefined) return error.code === bare.error.code;
  return bare.known.otherwise !== undefined || haveCommonCause(bare.known, known);
}

function haveCommonCause(one: KnownError, other: KnownError): boolean {
  return one.causes.length + other.causes.length === 0 || haveCommonValue(one, other);
}

function haveCommonValue(one: KnownError, other: KnownError): boolean {
  const others = valuesOf(other);
  return valuesOf(one).some((value) => others.includes(value));
}

const valuesOf = ({ causes }: KnownError): string[] => causes.map((name) => errorCauses[name].value);

/** The same error several times counts once, also in words that are more or less specific. */
function once(errors: readonly RecognizedError[]): RecognizedError[] {
  const found: RecognizedError[] = [];
  for (const each of errors) {
    const at = found.findIndex((other) => isSame(each, other));
    if (at < 0) found.push(each);
    else found[at] = moreSpecific(found[at] ?? each, each);
  }
  return found;
}

function isSame(one: RecognizedError, other: RecognizedError): boolean {
  const [code, otherCode] = [codeOf(one), codeOf(other)];
  if (code !== undefined && otherCode !== undefined && code !== otherCode) return false;
  if (one.by === 'code' || other.by === 'code') return code === otherCode;
  return one.known.means === other.known.means || haveCommonValue(one.known, other.known);
}

const codeOf = ({ error: { code = '' } }: RecognizedError): string | undefined => spelledCode(code);

/** The one with fewer causes, with a known code and quoted values from either. */
function moreSpecific(first: RecognizedError, second: RecognizedError): RecognizedError {
  const best = second.known.causes.length < first.known.causes.length ? second : first;
  const quoted = best.quoted.length > 0 ? best.quoted : [first, second].flatMap((each) => each.quoted);
  const code = codeOf(first) ?? codeOf(second);
  return { ...best, quoted, ...(code === undefined ? {} : { error: { ...best.error, code } }) };
}
