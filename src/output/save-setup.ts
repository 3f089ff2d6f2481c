import type { Context } from '../context/context.ts';
import type { Format } from '../render/format-names.ts';
import type { Setup } from '../setup-file/schema.ts';
import { success, warn } from '../terminal/log.ts';
import { noPaint, type TerminalStyle } from '../terminal/style.ts';
import { unicodeSymbols } from '../terminal/symbols.ts';
import { renderSetup } from './formats.ts';
import { type WriteSetupOptions, writeOptions } from './pair-guard.ts';
import { verifiersInFile } from './pairs-in-file.ts';
import { accessTo, warnOfWritten } from './written-file.ts';

/** The style of a file, which can be read anywhere: no color, and a fixed width. */
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
  const written = await context.files.write(path, content, writeOptions(path, kept, options));
  const keep = [path];
  const access = accessTo(path, written, context.files);
  await success(context.stderr, `Saved to ${path} (${access}).`, { keep });
  await warnOfWritten(path, written, context.stderr);
  if (isSecret && (await context.files.isExposedToGit(path))) {
    await warn(
      context.stderr,
      `${path} is in a Git repository and isn't ignored. It contains secrets; don't commit it.`,
      { keep },
    );
  }
}
