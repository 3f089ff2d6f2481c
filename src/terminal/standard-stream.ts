import { posix } from 'node:path';

/** The path that means standard input or output. */
const standardStream = '-';

/** The system's own names of the two. Opened by name, a terminal would show a secret, and a socket would fail. */
const inputNames: readonly string[] = ['/dev/stdin', '/dev/fd/0', '/proc/self/fd/0'];
const outputNames: readonly string[] = ['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'];

/** Whether a path that is read means standard input. */
export const isStandardInput = (path: string | undefined): boolean => isOneOf(inputNames, path);

/** Whether a path that is written means standard output. */
export const isStandardOutput = (path: string | undefined): boolean => isOneOf(outputNames, path);

const isOneOf = (names: readonly string[], path: string | undefined): boolean =>
  path !== undefined && (path === standardStream || names.includes(posix.normalize(path)));
