import { Failure } from '../errors.ts';
import { type Format, formatExtensions, formatNames, formatOfFile } from '../render/format-names.ts';
import { isStandardOutput } from '../terminal/standard-stream.ts';

/** Where a result goes and in which format. Without a path: to standard output. */
export interface Target {
  readonly format: Format;
  readonly path?: string;
}

/** @throws Failure (usage) for a file whose name says nothing about its format */
export function targetOf(options: { format?: Format; output?: string }): Target {
  const { format, output } = options;
  if (output === undefined || isStandardOutput(output)) return { format: format ?? 'text' };
  const chosen = format ?? formatOfFile(output);
  if (chosen !== undefined) return { format: chosen, path: output };
  const known = formatNames.map((name) => formatExtensions[name]).join(' ');
  throw new Failure('usage', `--output ${output} does not say which format to write (known: ${known}).`, [
    `Add --format, one of ${formatNames.join(', ')}.`,
  ]);
}
