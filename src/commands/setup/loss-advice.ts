import type { Context } from '../../context/context.ts';
import type { Loss } from '../../output/pair-guard.ts';
import type { Target } from '../../output/target.ts';
import type { SetupOptions } from './definition.ts';

/** How to keep what the target would lose. A run can start only from a setup file, and only if it doesn't already. */
export function adviceOn(
  loss: Loss,
  { path, format }: Target,
  { from }: SetupOptions,
  { files }: Pick<Context, 'files'>,
): string {
  if (from !== undefined && path !== undefined && files.isSame(path, from))
    return 'To discard the pair, use --force and --new-pkce.';
  if (from !== undefined) return 'Specify another path, or move the existing file first.';
  const [what, kept] =
    loss === 'verifier'
      ? ['code verifier', `--code-verifier-file ${path}`]
      : ['pair', `--from ${format === 'json' ? path : 'with its setup file'}`];
  return `To keep the ${what}, use --force and ${kept}. To discard it, use --force and --new-pkce.`;
}
