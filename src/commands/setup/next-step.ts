import type { Context } from '../../context/context.ts';
import { nextStepsAfterSave } from '../../output/next-steps.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { tell } from '../../terminal/log.ts';
import { repeatCommand } from './repeat-command.ts';
import type { SetupRequest } from './request.ts';

/** The last words of a run without prompts. A new pair that was only printed is said to be saved nowhere. */
export async function sayNextStep(
  setup: Setup,
  { target, draft, options, base }: SetupRequest,
  { stdout, stderr }: Pick<Context, 'stdout' | 'stderr'>,
): Promise<void> {
  const { path, format } = target;
  if (path !== undefined) {
    await tell(stderr, nextStepsAfterSave(setup, format, path));
  } else if (stdout.isTerminal && draft.codeVerifier === undefined) {
    const { format: _, ...others } = options;
    await tell(stderr, [
      "This PKCE pair isn't saved anywhere. Copy it now, or generate a new one and save it:",
      repeatCommand(draft, { ...others, output: 'zoominfo.json', yes: true }, base),
    ]);
  }
}
