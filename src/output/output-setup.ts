import type { Context } from '../context/context.ts';
import type { Audience } from '../facts/audience.ts';
import type { Format } from '../render/format-names.ts';
import type { Setup } from '../setup-file/schema.ts';
import { renderSetup } from './formats.ts';
import type { WriteSetupOptions } from './pair-guard.ts';
import type { Target } from './target.ts';

/** Prints a setup or, if the target is a file, saves it. What saves it is loaded only then. @throws Failure */
export async function outputSetup(
  setup: Setup,
  { format, path }: Target,
  { showSecrets = false, ...writing }: WriteSetupOptions & { readonly showSecrets?: boolean | undefined },
  context: Pick<Context, 'stdout' | 'stderr' | 'files'>,
): Promise<void> {
  if (path === undefined) return printSetup(setup, format, showSecrets, context, writing.audience);
  const { saveSetup } = await import('./save-setup.ts');
  await saveSetup(setup, format, path, writing, context);
}

/** Prints a setup to standard output. On a terminal, the Client Secret is masked unless `showSecrets`. */
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
