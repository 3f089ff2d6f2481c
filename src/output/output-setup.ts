import type { Context } from '../context/context.ts';
import type { Audience } from '../facts/audience.ts';
import { labels } from '../facts/labels.ts';
import { type Format, formatOfFile } from '../render/format-names.ts';
import type { Setup } from '../setup-file/schema.ts';
import { explain, say, warn } from '../terminal/log.ts';
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
  const { audience } = writing;
  if (path === undefined) {
    await printSetup(setup, format, showSecrets, context, audience);
    if (setup.clientSecret && audience !== 'zoominfo' && !showSecrets) await tellOfSecret(format, context);
    return;
  }
  const { saveSetup } = await import('./save-setup.ts');
  await saveSetup(setup, format, path, writing, context);
  if (isMisnamed(path, format))
    await warn(context.stderr, `${path} contains ${format}: --format takes precedence over its extension.`, {
      keep: [path],
    });
}

/** Whether the name of a file promises another format. Every format is text. */
function isMisnamed(path: string, format: Format): boolean {
  const named = formatOfFile(path);
  return named !== undefined && named !== 'text' && named !== format;
}

/** Says whether the Client Secret is on the screen. A pipe always gets it, so only a person at a terminal needs to know. */
async function tellOfSecret(
  format: Format,
  { stdout, stderr }: Pick<Context, 'stdout' | 'stderr'>,
): Promise<void> {
  if (!stdout.isTerminal || !stderr.isTerminal) return;
  await say(stderr);
  if (format === 'text')
    await explain(stderr, `The ${labels.clientSecret} is hidden. To show it, add --show-secrets.`);
  else
    await warn(
      stderr,
      `The ${labels.clientSecret} is shown above. To write it to a file instead, use --output. To hide it, use --format text.`,
    );
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
