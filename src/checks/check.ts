import { type ExitCode, exitCodes } from '../errors.ts';
import type { Line } from '../message.ts';
import { lookup } from '../text/lookup.ts';

export type CheckStatus = 'pass' | 'warn' | 'fail' | 'inconclusive' | 'skip';

/**
 * What a check examines. It determines the meaning of a failure for scripts: a failure in the values or in a paste is about
 * the content, any other about the response of the authorization server.
 */
type CheckKind = 'offline' | 'paste' | 'online' | 'login';

/** The kinds that check what the user has, without a server. */
const contentKinds: readonly CheckKind[] = ['offline', 'paste'];

/** What to do: a sentence, or a list in which each sentence begins a step, followed by what to run or copy for it. */
export type Fix = string | readonly Line[];

/** A fix as a list of lines. */
export const linesOfFix = (fix: Fix): readonly Line[] => (typeof fix === 'string' ? [fix] : fix);

/** The result of one check, with the fields of `--format json` in order. In JSON, a fix is a single text. */
export interface Check {
  /** Stable, since scripts compare it. Its first word names its kind. */
  readonly id: string;
  readonly status: CheckStatus;
  readonly title: string;
  readonly detail: string;
  /** What to change and where: in the setup file, and in which console, page, tab and row. */
  readonly fix?: Fix;
  /** A stable name for the exact mistake. */
  readonly code?: string;
}

/** The code of a check that the user chose to skip. */
export const notRequestedCode = 'not-requested';

export type Verdict = Exclude<CheckStatus, 'skip'>;

const worstFirst: readonly Verdict[] = ['fail', 'inconclusive', 'warn', 'pass'];

/** The worst of fail, inconclusive, warn, pass. A requested check that couldn't be completed is inconclusive. */
export function verdictOf(checks: readonly Pick<Check, 'id' | 'status' | 'code'>[]): Verdict {
  const incomplete: CheckStatus[] = isIncomplete(checks) ? ['inconclusive'] : [];
  return worstOf([...checks.map(({ status }) => status), ...incomplete]);
}

/** The worst of these; skipped ones don't count. */
export function worstOf(statuses: readonly CheckStatus[]): Verdict {
  return worstFirst.find((status) => statuses.includes(status)) ?? 'pass';
}

/** Nothing was checked, or a requested check against the server was skipped. Skipped offline checks don't count. */
function isIncomplete(checks: readonly Pick<Check, 'id' | 'status' | 'code'>[]): boolean {
  const skipped = checks.filter(({ status }) => status === 'skip');
  const missed = skipped.filter((check) => !isOfContent(check) && check.code !== notRequestedCode);
  return skipped.length === checks.length || missed.length > 0;
}

/** The kinds that the first word of an id names; every other one is offline. */
const kinds: Readonly<Record<string, CheckKind>> = {
  online: 'online',
  login: 'login',
  request: 'paste',
  response: 'paste',
  message: 'paste',
};

/** What a check examines, by the first word of its id. */
export const kindOf = ({ id }: Pick<Check, 'id'>): CheckKind => lookup(kinds, id.split('.')[0]) ?? 'offline';

const isOfContent = (check: Pick<Check, 'id'>): boolean => contentKinds.includes(kindOf(check));

/** The first of 3 (a failure of the content), 5 (rejected by the server), 4 (inconclusive) that applies, else 0. */
export function exitCodeOf(checks: readonly Check[]): ExitCode {
  const failed = checks.filter(({ status }) => status === 'fail');
  if (failed.some(isOfContent)) return exitCodes.content;
  if (failed.length > 0) return exitCodes.refused;
  return verdictOf(checks) === 'inconclusive' ? exitCodes.noVerdict : exitCodes.done;
}
