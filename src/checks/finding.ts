import { type Check, type Fix, notRequestedCode } from './check.ts';

/** The result of a rule, before it gets its id and title. */
export type Finding = Omit<Check, 'id' | 'title'>;

/** The value is correct. */
export const passed = (detail: string): Finding => ({ status: 'pass', detail });

/** Requested, but not possible: `detail` says why. */
export const skipped = (detail: string): Finding => ({ status: 'skip', detail });

/** Skipped at the user's request, so nothing is missing. */
export const notRequested = (detail: string): Finding => ({ status: 'skip', detail, code: notRequestedCode });

/** It may work, but the user should know or do something. */
export const warned = (detail: string, fix?: Fix, code?: string): Finding =>
  finding('warn', detail, fix, code);

/** It can't work. */
export const failed = (detail: string, fix?: Fix, code?: string): Finding =>
  finding('fail', detail, fix, code);

/** The response doesn't show whether it works. */
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

/** A finding as a check, with its keys in the order of `--format json`. */
export function checkOf(
  { id, title }: { readonly id: string; readonly title: string },
  found: Finding,
): Check {
  const { status, ...rest } = found;
  return { id, status, title, ...rest };
}
