import type { Context } from '../../context/context.ts';
import { labels } from '../../facts/labels.ts';
import type { CommandWords, Line } from '../../message.ts';
import { tell, warn } from '../../terminal/log.ts';
import { type Progress, unsaved } from '../../wizard/progress.ts';
import { fromFileCommand, isClientIdLeftOut, repeatCommand } from './repeat-command.ts';
import type { SetupRequest } from './request.ts';

/** A command line that takes up the answers so far, and what it cannot carry. */
interface ResumeCommand {
  readonly line: CommandWords;
  readonly notes: readonly string[];
}

/** How to take up the answers so far: from the file that holds them, else by flags, of which none holds a secret. */
function resumeCommand(
  { draft: start, options, base }: SetupRequest,
  { draft, kept }: Progress,
): ResumeCommand {
  if (kept.file !== undefined && kept.saved === 'everything') {
    return { line: fromFileCommand(kept.file, options.yes ? ['--yes'] : []), notes: [] };
  }
  const typedSecret = Boolean(draft.clientSecret) && draft.clientSecret !== start.clientSecret;
  const { clientSecretFile: _, ...others } = options;
  const line = repeatCommand(draft, typedSecret ? others : options, base);
  const isPairLeft = kept.written !== undefined && start.codeVerifier === undefined;
  const notes = [
    ...(isClientIdLeftOut(draft, options) ? [clientIdNote] : []),
    ...(typedSecret ? [secretNote] : []),
    ...(isPairLeft ? [pairNote] : []),
  ];
  return { line, notes };
}

const clientIdNote = `The ${labels.clientId} is not part of it, since it doesn't look like one.`;

const secretNote = `The ${labels.clientSecret} is not part of it: give it in ZI_OAUTH_CLIENT_SECRET or by --client-secret-file.`;

const pairNote = 'It makes a new PKCE pair. To keep a pair, save it to a .json file and start --from that.';

/** The same as lines, for an ending that came too early. */
export function resumeLines(request: SetupRequest, progress: Progress): Line[] {
  const { line, notes } = resumeCommand(request, progress);
  return ['To go on from here:', line, ...notes];
}

/** What an interruption says: what is in files, what is lost, and how to resume. */
export function farewellLines(request: SetupRequest, progress: Progress): Line[] {
  const { written, saved } = progress.kept;
  const outcome = written === undefined ? 'Nothing was written.' : `${written} is saved.`;
  const { warning } = unsaved[saved];
  return [outcome, ...(warning === undefined ? [] : [warning]), ...resumeLines(request, progress)];
}

/** The last words: whether something is lost, and how to do this again without prompts. */
export async function takeLeave(
  request: SetupRequest,
  progress: Progress,
  { stderr }: Pick<Context, 'stderr'>,
): Promise<void> {
  const { warning } = unsaved[progress.kept.saved];
  if (warning !== undefined) await warn(stderr, warning);
  const unattended = { ...request, options: { ...request.options, yes: true } };
  const { line, notes } = resumeCommand(unattended, progress);
  await tell(stderr, ['To repeat this without questions:', line, ...notes]);
}
