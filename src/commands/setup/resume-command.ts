import type { Answers } from '../../answers/questions.ts';
import { labels } from '../../facts/labels.ts';
import type { CommandWords } from '../../message.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { hasSamePair, type Progress, setupFileWith } from '../../wizard/progress.ts';
import { fromFileCommand, isClientIdLeftOut, repeatCommand } from './repeat-command.ts';
import type { SetupRequest } from './request.ts';

/** A command line that resumes with the answers so far, and what it doesn't include. */
interface ResumeCommand {
  readonly line: CommandWords;
  readonly notes: readonly string[];
  /** It reads every answer from a file, so without prompts it only prints them. */
  readonly isSaved?: true;
}

/**
 * How to resume: from the file with the answers, or else with flags, none of which is a secret.
 * @param setup the setup for the answers, once its pair exists
 */
export function resumeCommand(
  request: SetupRequest,
  { draft, kept }: Progress,
  setup: Setup | undefined,
): ResumeCommand {
  const path = setup && setupFileWith(setup, kept);
  if (path !== undefined) {
    return { line: fromFileCommand(path, request.options.yes ? ['--yes'] : []), notes: [], isSaved: true };
  }
  const isSecretChanged = draft.clientSecret !== request.draft.clientSecret;
  const { options, base, makesPair } = startOf(request, kept, setup);
  const { clientSecretFile: _, ...others } = options;
  const line = repeatCommand(draft, isSecretChanged ? others : options, base);
  const pairNote = kept?.written === undefined ? options.yes && savePairNote : keepPairNote;
  const notes = [
    isClientIdLeftOut(draft, options) && isMissingIn(base, draft, 'clientId') && clientIdNote,
    isSecretChanged && isMissingIn(base, draft, 'clientSecret') && secretNote,
    makesPair && pairNote,
  ];
  return { line, notes: notes.filter((note) => typeof note === 'string') };
}

/** What the command starts from: a file with the pair, or what this run started from. */
function startOf(
  { options, base, draft }: SetupRequest,
  kept: Progress['kept'],
  setup: Setup | undefined,
): Pick<SetupRequest, 'options' | 'base'> & { readonly makesPair: boolean } {
  const file = kept?.file;
  if (setup === undefined || file === undefined || !hasSamePair(file.setup, setup))
    return { options, base, makesPair: draft.codeVerifier === undefined };
  const { newPkce: _, codeVerifierFile: __, ...others } = options;
  return { options: { ...others, from: file.path }, base: file.setup, makesPair: false };
}

const isMissingIn = (
  base: Setup | undefined,
  draft: Partial<Answers>,
  key: 'clientId' | 'clientSecret',
): boolean => Boolean(draft[key]) && draft[key] !== base?.[key];

const clientIdNote = `The ${labels.clientId} isn't included, because it doesn't look like one.`;

const secretNote = `The ${labels.clientSecret} isn't included. Provide it in ZI_OAUTH_CLIENT_SECRET or with --client-secret-file.`;

const newPair = 'It generates a new PKCE pair.';

const keepPairNote = `${newPair} To keep a pair, save it to a .json file and use --from.`;

/** The file that advice suggests. */
export const savedName = 'zoominfo.json';

const savePairNote = `${newPair} Add -o ${savedName} to save it.`;
