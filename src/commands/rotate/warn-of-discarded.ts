import type { Line } from '../../message.ts';
import { canUndo } from '../../setup-file/rotate.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { warn } from '../../terminal/log.ts';
import type { Output } from '../../terminal/output.ts';
import { commandAgain } from '../shared/command-again.ts';
import type { SetupFile } from '../shared/read-setup-file.ts';
import { definition, type RotateOptions } from './definition.ts';

/**
 * Warns that a rotation discards the pair that an earlier one kept. After a rotation that was never entered in Jitterbit,
 * that pair is the one still in use.
 */
export async function warnOfDiscarded(
  { name, setup }: SetupFile,
  { file, undo, dryRun }: RotateOptions,
  stderr: Output,
): Promise<void> {
  if (undo || !losesPrevious(setup)) return;
  const happens = dryRun ? 'would be' : 'was';
  await warn(stderr, `The older pair that ${name} kept as previousPkce ${happens} discarded.`, {
    details: dryRun ? undoFirst(setup, file) : enterBoth,
    keep: [name],
  });
}

const losesPrevious = ({ pkce, previousPkce }: Setup): boolean =>
  previousPkce !== undefined && previousPkce.codeVerifier !== pkce.codeVerifier;

const undoFirst = (setup: Setup, file: string): Line[] =>
  canUndo(setup)
    ? [
        'If Jitterbit still uses that pair, go back to it before you rotate. Run:',
        commandAgain(definition, { file, undo: true }),
      ]
    : [];

const enterBoth: readonly Line[] = [
  'If Jitterbit still uses that pair, --undo no longer restores it, and sign-ins fail until you replace both values below.',
  'Next time, to go back to that pair, use --undo before you rotate again.',
];
