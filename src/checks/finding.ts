import { type Check, type Fix, notRequestedCode } from './check.ts';

/** What a rule found, before it is put under its id and title. */
export type Finding = Omit<Check, 'id' | 'title'>;

/** What was looked at is right. */
export const passed = (detail: string): Finding => ({ status: 'pass', detail });

/** Asked for, but not possible: `detail` says why. */
export const skipped = (detail: string): Finding => ({ status: 'skip', detail });

/** Left out because the user said so: nothing is missing from what was asked for. */
export const notRequested = (detail: string): Finding => ({ status: 'skip', detail, code: notRequestedCode });

/** It may work, but something is to be known or done. */
export const warned = (detail: string, fix?: Fix, code?: string): Finding =>
  finding('warn', detail, fix, code);

/** It cannot work as it is. */
export const failed = (detail: string, fix?: Fix, code?: string): Finding =>
  finding('fail', detail, fix, code);

/** It was tried, and nothing can be concluded from what came. */
export const undecided = (detail: string, fix?: Fix, code?: string): Finding =>
  finding('inconclusive', detail, fix, code);

function finding(status: Check['status'], detail: string, fix?: Fix, code?: string): Finding {
  return {
    status,
    detail,
    ...(fix === undefined ? {} : { fix }),
    ...(code === undefined ? {} : { code }),
  };
}

/** The check that a finding makes; the keys stand in the order of `--format json`. */
export function checkOf(
  { id, title }: { readonly id: string; readonly title: string },
  found: Finding,
): Check {
  const { status, ...rest } = found;
  return { id, status, title, ...rest };
}
