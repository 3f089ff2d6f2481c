import { Interruption } from '../errors.ts';
import type { SetupOptions } from '../options.ts';
import { fromFileCommand, repeatCommand } from '../output/repeat.ts';
import { explain, say, warn } from '../output/voice.ts';
import { renderText } from '../render/text.ts';
import type { Setup } from '../setup/schema.ts';
import type { World } from '../world.ts';
import { type Kept, menu } from './menu.ts';
import { review } from './review.ts';
import { askMissing, introduce } from './steps.ts';
import type { Draft, Tools } from './tools.ts';

/** What the wizard starts from, and how a setup is made of the answers. */
export interface Session {
  readonly draft: Draft;
  readonly options: SetupOptions;
  readonly world: World;
  readonly build: (draft: Draft) => Setup;
  /** The code verifier of the file that the run started from: it is not lost when this run saves nothing. */
  readonly savedVerifier?: string | undefined;
  /** A result was asked for by flag or by redirection: no steps of the consoles, no menu. */
  readonly resultOnly: boolean;
}

/** How far the conversation has come: what an interruption needs to say how to go on. */
interface Progress {
  draft: Draft;
  kept: Kept;
}

/**
 * Asks what is missing, then either returns the setup to be written or walks on through the consoles.
 * @returns the setup that is still to be written, or undefined when everything is done
 * @throws Interruption that says how to go on with the answers so far
 */
export async function runWizard(session: Session): Promise<Setup | undefined> {
  const progress: Progress = { draft: session.draft, kept: { pairIsSaved: false } };
  try {
    return await converse(session, progress);
  } catch (error) {
    if (!(error instanceof Interruption)) throw error;
    const { file } = progress.kept;
    const written = file === undefined ? 'Nothing was written.' : `${file} is saved.`;
    throw new Interruption(error.kind, [written, `To go on from here: ${repeatLine(session, progress)}`]);
  }
}

async function converse(session: Session, progress: Progress): Promise<Setup | undefined> {
  const { options, world } = session;
  const tools: Tools = { prompts: await world.prompts(), world, noOpen: !options.open };
  const keep = (answer: Draft): Draft => {
    progress.draft = { ...progress.draft, ...answer };
    return progress.draft;
  };
  await introduce(tools);
  await askMissing(progress.draft, tools, keep);
  await review(progress.draft, tools, keep);
  const setup = session.build(progress.draft);
  if (session.resultOnly) return setup;
  await showConsole(setup, world);
  progress.kept = { pairIsSaved: setup.pkce.codeVerifier === session.savedVerifier, file: undefined };
  await menu(setup, progress.kept, tools, (kept) => {
    progress.kept = kept;
  });
  await takeLeave(session, progress);
  return undefined;
}

async function showConsole(setup: Setup, world: World): Promise<void> {
  await say(world);
  await say(
    world,
    renderText(setup, { ...world.stderr.look, maskClientSecret: true, audience: 'jitterbit' }),
  );
  await explain(
    world,
    'The app registration keeps this pair for every sign-in, so treat the code verifier as a secret like the Client Secret.',
  );
  await say(world);
}

/** The last words: whether something is lost, and how to do this again without questions. */
async function takeLeave(session: Session, progress: Progress): Promise<void> {
  const { world, options } = session;
  if (!progress.kept.pairIsSaved) {
    await warn(world, 'The PKCE pair was not saved: it is lost now, unless you have copied it.');
  }
  await explain(world, 'To repeat this without questions:');
  await say(world, `  ${repeatLine({ ...session, options: { ...options, yes: true } }, progress)}`);
}

function repeatLine({ options, world }: Session, { draft, kept }: Progress): string {
  if (kept.file === undefined) return repeatCommand(draft, options, world);
  return fromFileCommand(kept.file, world, options.yes ? ['--yes'] : []);
}
