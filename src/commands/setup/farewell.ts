import type { Context } from '../../context/context.ts';
import { labels } from '../../facts/labels.ts';
import type { CommandWords, Line } from '../../message.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { tell, warn } from '../../terminal/log.ts';
import { type Progress, quitting } from '../../wizard/progress.ts';
import { nextAfterSave } from './next-after-save.ts';
import { fromFileCommand, isClientIdLeftOut, repeatCommand } from './repeat-command.ts';
import type { SetupRequest } from './request.ts';

/** A command line that resumes with the answers so far, and what it doesn't include. */
interface ResumeCommand {
  readonly line: CommandWords;
  readonly notes: readonly string[];
  /** It reads every answer from a file, so without prompts it only prints them. */
  readonly isSaved?: true;
}

/** How to resume: from the file with the answers, or else with flags, none of which is a secret. */
function resumeCommand(
  { draft: start, options, base }: SetupRequest,
  { draft, kept }: Progress,
): ResumeCommand {
  if (kept.file !== undefined && kept.saved === 'everything') {
    return { line: fromFileCommand(kept.file, options.yes ? ['--yes'] : []), notes: [], isSaved: true };
  }
  const typedSecret = Boolean(draft.clientSecret) && draft.clientSecret !== start.clientSecret;
  const { clientSecretFile: _, ...others } = options;
  const line = repeatCommand(draft, typedSecret ? others : options, base);
  const makesPair = start.codeVerifier === undefined;
  const notes = [
    ...(isClientIdLeftOut(draft, options) ? [clientIdNote] : []),
    ...(typedSecret ? [secretNote] : []),
    ...(makesPair && kept.written !== undefined ? [keepPairNote] : []),
    ...(makesPair && kept.written === undefined && options.yes ? [savePairNote] : []),
  ];
  return { line, notes };
}

const clientIdNote = `The ${labels.clientId} isn't included, because it doesn't look like one.`;

const secretNote = `The ${labels.clientSecret} isn't included. Provide it in ZI_OAUTH_CLIENT_SECRET or with --client-secret-file.`;

const newPair = 'It generates a new PKCE pair.';

const keepPairNote = `${newPair} To keep a pair, save it to a .json file and use --from.`;

/** The file that advice suggests. */
const savedName = 'zoominfo.json';

const savePairNote = `${newPair} Add -o ${savedName} to save it.`;

/** The same as lines, for a run that ended early. */
export function resumeLines(request: SetupRequest, progress: Progress): Line[] {
  const { line, notes } = resumeCommand(request, progress);
  return ['To resume, run:', line, ...notes];
}

/** The message of an interruption: which files were written, what is lost, and how to resume. */
export function farewellLines(request: SetupRequest, progress: Progress): Line[] {
  const { written, saved } = progress.kept;
  const outcome = written === undefined ? 'No files were written.' : `${written.path} was saved.`;
  const { warning } = quitting[saved];
  return [outcome, ...(warning === undefined ? [] : [warning]), ...resumeLines(request, progress)];
}

/** The last words: whether something is lost, what to do next, and how to run this again without prompts. */
export async function takeLeave(
  setup: Setup,
  request: SetupRequest,
  progress: Progress,
  { stderr }: Pick<Context, 'stderr'>,
): Promise<void> {
  const { saved, file, written } = progress.kept;
  const { warning } = quitting[saved];
  if (warning !== undefined) await warn(stderr, warning);
  const target =
    saved === 'everything' && file !== undefined ? ({ format: 'json', path: file } as const) : written;
  const next =
    target === undefined
      ? []
      : nextAfterSave(setup, target.format, target.path, request.dialog === 'everything');
  const unattended = { ...request, options: { ...request.options, yes: true } };
  const { line, notes, isSaved } = resumeCommand(unattended, progress);
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
