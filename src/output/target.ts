import type { Files } from '../context/files.ts';
import { Failure } from '../errors.ts';
import type { Audience } from '../facts/audience.ts';
import { type Format, formatExtensions, formatNames, formatOfFile } from '../render/format-names.ts';
import { isStandardOutput } from '../terminal/standard-stream.ts';
import { alternatives } from '../text/word-list.ts';

/** The destination and format of a result. Without a path, it goes to standard output. */
export interface Target {
  readonly format: Format;
  readonly path?: string;
}

/** Determines the target from the options. @throws Failure (usage) if neither they nor the file name determine the format */
export function targetOf(options: { format?: Format; output?: string }): Target {
  const { format, output } = options;
  if (output === undefined || isStandardOutput(output)) return { format: format ?? 'text' };
  const chosen = format ?? formatOfFile(output);
  if (chosen !== undefined) return { format: chosen, path: output };
  const known = alternatives(formatNames.map((name) => formatExtensions[name]));
  throw new Failure('usage', `--output ${output} doesn't have a known extension.`, [
    `Use ${known}, or add --format.`,
    ...folderAdvice(output),
  ]);
}

/**
 * A result can replace the setup file that it was made from only if it is a complete setup in JSON: nothing else can be
 * read again. @throws Failure (file)
 */
export function refuseLosingSource(
  source: string | undefined,
  { format, path, audience }: Target & { readonly audience?: Audience | undefined },
  { files }: { readonly files: Pick<Files, 'isSame'> },
): void {
  if (source === undefined || path === undefined || (format === 'json' && audience === undefined)) return;
  if (!files.isSame(path, source)) return;
  throw new Failure(
    'file',
    `${path} is the setup file itself. Only a complete setup in JSON can be read again.`,
    ['Specify another path.'],
  );
}

/** A path without any extension may be a folder's. */
function folderAdvice(output: string): string[] {
  const folder = output.replace(/[\\/]+$/, '');
  if (/[^.\\/]\.[^\\/]*$/.test(folder)) return [];
  return [`To write to a folder, add a file name, such as ${folder}/zoominfo.json.`];
}
