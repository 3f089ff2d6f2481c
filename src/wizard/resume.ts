import { fromFileCommand, repeatCommand } from '../commands/setup/repeat-command.ts';
import type { Progress, Session } from './wizard.ts';

/** A command line that takes up the answers so far, and what it cannot carry. */
export interface ResumeCommand {
  readonly line: string;
  readonly notes: readonly string[];
}

/** How to take up the answers so far: from the file that holds them, else by flags, of which none holds a secret. */
export function resumeCommand(
  { draft: start, options, context, base }: Session,
  { draft, kept }: Progress,
): ResumeCommand {
  if (kept.file !== undefined && kept.saved === 'everything') {
    return { line: fromFileCommand(kept.file, context, options.yes ? ['--yes'] : []), notes: [] };
  }
  const typedSecret = Boolean(draft.clientSecret) && draft.clientSecret !== start.clientSecret;
  const { clientSecretFile: _, ...others } = options;
  const line = repeatCommand(draft, typedSecret ? others : options, context, base);
  const isPairLeft = kept.written !== undefined && start.codeVerifier === undefined;
  return { line, notes: [...(typedSecret ? [secretNote] : []), ...(isPairLeft ? [pairNote] : [])] };
}

const secretNote =
  'The Client Secret is not part of it: give it in ZI_OAUTH_CLIENT_SECRET or by --client-secret-file.';

const pairNote = 'It makes a new PKCE pair. To keep a pair, save it to a .json file and start --from that.';

/** The same as lines for an ending that came too early. */
export function resumeLines(session: Session, progress: Progress): string[] {
  const { line, notes } = resumeCommand(session, progress);
  return [`To go on from here: ${line}`, ...notes];
}
