import type { Context } from '../../context/context.ts';
import type { Line } from '../../message.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { tell, warn } from '../../terminal/log.ts';
import { fileWith, type Progress, quitting, savedOf } from '../../wizard/progress.ts';
import { buildFrom } from './deliver.ts';
import { nextAfterSave } from './next-after-save.ts';
import { repeatCommand } from './repeat-command.ts';
import type { SetupRequest } from './request.ts';
import { resumeCommand, savedName } from './resume-command.ts';

/** How to resume a run that ended early. */
export function resumeLines(request: SetupRequest, progress: Progress): Line[] {
  const { line, notes } = resumeCommand(request, progress, finishedSetup(request, progress));
  return ['To resume, run:', line, ...notes];
}

/** The message of an interruption: which files were written, what is lost, and how to resume. */
export function farewellLines(request: SetupRequest, progress: Progress): Line[] {
  const written = progress.kept?.written;
  const outcome = written === undefined ? 'No files were written.' : `${written.path} was saved.`;
  const warning = lossWarning(finishedSetup(request, progress), progress);
  return [outcome, ...(warning === undefined ? [] : [warning]), ...resumeLines(request, progress)];
}

/** The setup for the answers, once its pair exists. */
const finishedSetup = (request: SetupRequest, { draft, kept }: Progress): Setup | undefined =>
  kept && buildFrom(draft, request);

const lossWarning = (setup: Setup | undefined, { kept }: Progress): string | undefined =>
  setup && quitting[savedOf(setup, kept)].warning;

/** The last words: whether something is lost, what to do next, and how to run this again without prompts. */
export async function takeLeave(
  request: SetupRequest,
  progress: Progress,
  { stderr }: Pick<Context, 'stderr'>,
): Promise<void> {
  const setup = finishedSetup(request, progress);
  const warning = lossWarning(setup, progress);
  if (warning !== undefined) await warn(stderr, warning);
  const file = setup && fileWith(setup, progress.kept);
  const next = file ? nextAfterSave(setup, file.format, file.path, request.dialog === 'everything') : [];
  const unattended = { ...request, options: { ...request.options, yes: true } };
  const { line, notes, isSaved } = resumeCommand(unattended, progress, setup);
  const purpose = isSaved ? 'print the values again' : 'run this again without prompts';
  await tell(stderr, [...next, `To ${purpose}, run:`, line, ...notes]);
}

/** The last words of a run without prompts. They say so if a new pair was only printed. */
export async function sayNextStep(
  setup: Setup,
  { target, draft, options, base }: SetupRequest,
  { stdout, stderr }: Pick<Context, 'stdout' | 'stderr'>,
): Promise<void> {
  const { path, format } = target;
  if (path !== undefined) {
    await tell(stderr, nextAfterSave(setup, format, path, false));
  } else if (stdout.isTerminal && draft.codeVerifier === undefined) {
    const { format: _, ...others } = options;
    await tell(stderr, [
      '',
      "This PKCE pair isn't saved anywhere. Copy it now. To generate a new pair and save it, run:",
      repeatCommand(draft, { ...others, output: savedName, yes: true }, base),
    ]);
  }
}
