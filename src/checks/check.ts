import { type ExitCode, exitCodes } from '../errors.ts';
import type { Line } from '../message.ts';
import { lookup } from '../text/lookup.ts';

export type CheckStatus = 'pass' | 'warn' | 'fail' | 'inconclusive' | 'skip';

/**
 * Where a check looks. It decides what a failure means to a script: one of the values or of a paste is about the content,
 * every other one about the answer of the authorization server.
 */
type CheckKind = 'offline' | 'paste' | 'online' | 'login';

/** The kinds whose checks look at what the user has, and ask no server. */
const contentKinds: readonly CheckKind[] = ['offline', 'paste'];

/** What to do, in a sentence, or in parts where there is a command line to run. */
export type Fix = string | readonly Line[];

/** A fix in parts, as it is laid out. */
export const linesOfFix = (fix: Fix): readonly Line[] => (typeof fix === 'string' ? [fix] : fix);

/** What one check found. The fields and their order are those of `--format json`, where a fix is one text. */
export interface Check {
  /** Stable: scripts compare it. Its first word tells the kind. */
  readonly id: string;
  readonly status: CheckStatus;
  readonly title: string;
  readonly detail: string;
  /** What to change and where: console, page, tab, row. */
  readonly fix?: Fix;
  /** A stable name of the very mistake. */
  readonly code?: string;
}

/** The code of a check that is skipped because the user wants it so. */
export const notRequestedCode = 'not-requested';

export type Verdict = Exclude<CheckStatus, 'skip'>;

const worstFirst: readonly Verdict[] = ['fail', 'inconclusive', 'warn', 'pass'];

/** The worst of fail, inconclusive, warn, pass. What was asked for and not found out is inconclusive. */
export function verdictOf(checks: readonly Pick<Check, 'id' | 'status' | 'code'>[]): Verdict {
  const incomplete: CheckStatus[] = isIncomplete(checks) ? ['inconclusive'] : [];
  return worstOf([...checks.map(({ status }) => status), ...incomplete]);
}

/** The worst of these; a skipped one says nothing. */
export function worstOf(statuses: readonly CheckStatus[]): Verdict {
  return worstFirst.find((status) => statuses.includes(status)) ?? 'pass';
}

/** Nothing was checked, or not what the server was to say. An offline check that is skipped says nothing. */
function isIncomplete(checks: readonly Pick<Check, 'id' | 'status' | 'code'>[]): boolean {
  const skipped = checks.filter(({ status }) => status === 'skip');
  const missed = skipped.filter((check) => !isOfContent(check) && check.code !== notRequestedCode);
  return skipped.length === checks.length || missed.length > 0;
}

/** The kinds that the first word of an id tells; every other one is offline. */
const kinds: Readonly<Record<string, CheckKind>> = {
  online: 'online',
  login: 'login',
  request: 'paste',
  response: 'paste',
  message: 'paste',
};

/** Where a check looks, by the first word of its id. */
export const kindOf = ({ id }: Pick<Check, 'id'>): CheckKind => lookup(kinds, id.split('.')[0]) ?? 'offline';

const isOfContent = (check: Pick<Check, 'id'>): boolean => contentKinds.includes(kindOf(check));

/** The first of 3 (a failure of the content), 5 (refused by the server), 4 (no verdict) that applies, else 0. */
export function exitCodeOf(checks: readonly Check[]): ExitCode {
  const failed = checks.filter(({ status }) => status === 'fail');
  if (failed.some(isOfContent)) return exitCodes.content;
  if (failed.length > 0) return exitCodes.refused;
  return verdictOf(checks) === 'inconclusive' ? exitCodes.noVerdict : exitCodes.done;
}
