import { type ExitCode, exitCodes } from '../errors.ts';
import type { Line } from '../message.ts';

export type CheckStatus = 'pass' | 'warn' | 'fail' | 'inconclusive' | 'skip';

/**
 * Where a check looks. It decides what a failure means to a script: an offline one is about the content,
 * every other one about the answer of the authorization server.
 */
type CheckKind = 'offline' | 'online' | 'login';

/** What to do, in a sentence, or in parts where there is a command line to run. */
export type Fix = string | readonly Line[];

export const linesOfFix = (fix: Fix): readonly Line[] => (typeof fix === 'string' ? [fix] : fix);

/** What one check found. The fields and their order are those of `--format json`, where a fix is one text. */
export interface Check {
  /** Stable: scripts compare it. Its first word tells the kind: `online.…`, `login.…`, else offline. */
  readonly id: string;
  readonly status: CheckStatus;
  readonly title: string;
  readonly detail: string;
  /** What to change and where: console, page, tab, row. */
  readonly fix?: Fix;
  /** A stable name of the very mistake. */
  readonly code?: string;
}

export type Verdict = Exclude<CheckStatus, 'skip'>;

const worstFirst: readonly Verdict[] = ['fail', 'inconclusive', 'warn', 'pass'];

/** The worst of fail, inconclusive, warn, pass; a skipped check says nothing. */
export function verdictOf(checks: readonly Pick<Check, 'status'>[]): Verdict {
  return worstFirst.find((status) => checks.some((check) => check.status === status)) ?? 'pass';
}

export function kindOf({ id }: Pick<Check, 'id'>): CheckKind {
  const [first] = id.split('.');
  return first === 'online' || first === 'login' ? first : 'offline';
}

/** The first of 3 (an offline failure), 5 (refused by the server), 4 (no verdict) that applies, else 0. */
export function exitCodeOf(checks: readonly Check[]): ExitCode {
  const failed = checks.filter(({ status }) => status === 'fail');
  if (failed.some((check) => kindOf(check) === 'offline')) return exitCodes.content;
  if (failed.length > 0) return exitCodes.refused;
  return checks.some(({ status }) => status === 'inconclusive') ? exitCodes.noVerdict : exitCodes.done;
}
