import type { Context } from '../context/context.ts';
import type { Audience } from '../facts/audience.ts';
import type { Format } from '../render/format-names.ts';
import type { Setup } from '../setup-file/schema.ts';
import { renderSetup } from './formats.ts';

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
