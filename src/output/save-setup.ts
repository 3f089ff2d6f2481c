import type { Context } from '../context/context.ts';
import type { Audience } from '../facts/audience.ts';
import type { Format } from '../render/format-names.ts';
import type { Setup } from '../setup-file/schema.ts';
import { success, warn } from '../terminal/log.ts';
import { noPaint, type TerminalStyle } from '../terminal/style.ts';
import { unicodeSymbols } from '../terminal/symbols.ts';
import { renderSetup } from './formats.ts';
import { type WriteSetupOptions, writeOptions } from './pair-guard.ts';
import { verifiersInFile } from './pairs-in-file.ts';
import { warnOfWritten, whoCanRead } from './written-file.ts';

/** A file is read anywhere: no colour, and prose as wide as a page. */
const fileStyle: TerminalStyle = {
  width: 80,
  window: Number.POSITIVE_INFINITY,
  paint: noPaint,
  symbols: unicodeSymbols,
};

/** Writes a rendered setup to a file and says so on standard error. @throws Failure (file) */
export async function saveSetup(
  setup: Setup,
  format: Format,
  path: string,
  options: WriteSetupOptions,
  context: Pick<Context, 'stderr' | 'files'>,
): Promise<void> {
  const { audience } = options;
  const isSecret = audience !== 'zoominfo';
  const content = await renderSetup(format, setup, { ...fileStyle, maskClientSecret: false, audience });
  const kept = [...verifiersInFile(Buffer.from(content))];
  const written = context.files.write(path, content, writeOptions(path, kept, options));
  const keep = [path];
  const readers = whoCanRead(path, written, context.files);
  await success(context.stderr, `Saved to ${path}${readers}.`, { keep });
  await warnOfWritten(path, written, context.stderr);
  if (isSecret && (await context.files.isExposedToGit(path))) {
    await warn(
      context.stderr,
      `${path} lies in a git work tree that does not ignore it: it holds secrets, keep it out of commits.`,
      { keep },
    );
  }
}

/** Prints a setup to standard output; at a terminal the client secret is masked unless `showSecrets`. */
export async function printSetup(
  setup: Setup,
  format: Format,
  showSecrets: boolean,
  { stdout }: Pick<Context, 'stdout'>,
  audience?: Audience,
): Promise<void> {
  const options = {
    ...stdout.style,
    audience,
    maskClientSecret: stdout.isTerminal && !showSecrets,
  };
  await stdout.write(await renderSetup(format, setup, options));
}
