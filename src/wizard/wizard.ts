import { Failure, Interruption } from '../errors.ts';
import type { SetupOptions } from '../options.ts';
import { explain, say, warn } from '../terminal/log.ts';
import { renderText } from '../render/text.ts';
import type { Setup } from '../setup-file/schema.ts';
import type { World } from '../context/context.ts';
import { type Kept, keptIn, menu, unsaved } from './menu.ts';
import { resumeCommand, resumeLines } from './resume.ts';
import { review } from './review.ts';
import { askMissing, introduce } from './steps.ts';
import type { Draft, Tools } from './draft.ts';

/** What the wizard starts from, and how a setup is made of the answers. */
export interface Session {
  readonly draft: Draft;
  readonly options: SetupOptions;
  readonly world: World;
  readonly build: (draft: Draft) => Setup;
  /** The saved setup that the run started from. */
  readonly base: Setup | undefined;
  /** Given where a result was asked for by flag or by redirection: then no steps of the consoles follow, and no menu. */
  readonly deliver: ((setup: Setup) => Promise<void>) | undefined;
}

/** How far the conversation has come: what an interruption needs to say how to go on. */
export interface Progress {
  draft: Draft;
  kept: Kept;
}

/**
 * Asks what is missing, then either delivers the setup or walks on through the consoles.
 * @throws Interruption and Failure that say how to go on with the answers so far
 */
export async function runWizard(session: Session): Promise<void> {
  const progress: Progress = { draft: session.draft, kept: { saved: 'everything' } };
  try {
    await converse(session, progress);
  } catch (error) {
    if (error instanceof Interruption) throw new Interruption(error.kind, farewell(session, progress));
    if (error instanceof Failure) {
      throw new Failure(error.kind, error.message, [...error.details, ...resumeLines(session, progress)]);
    }
    throw error;
  }
}

async function converse(session: Session, progress: Progress): Promise<void> {
  const { options, world, base } = session;
  const tools: Tools = {
    prompts: await world.prompts(),
    world,
    noOpen: !options.open,
    startFile: options.from,
  };
  const keep = (answer: Draft): Draft => {
    progress.draft = { ...progress.draft, ...answer };
    return progress.draft;
  };
  await introduce(tools);
  await askMissing(progress.draft, tools, keep);
  await review(progress.draft, tools, keep);
  const setup = session.build(progress.draft);
  if (session.deliver !== undefined) return session.deliver(setup);
  progress.kept = keptIn(setup, base, options.from);
  await showConsole(setup, world);
  await menu(setup, progress.kept, tools, (kept) => {
    progress.kept = kept;
  });
  await takeLeave(session, progress);
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

function farewell(session: Session, progress: Progress): string[] {
  const { written, saved } = progress.kept;
  const outcome = written === undefined ? 'Nothing was written.' : `${written} is saved.`;
  const { warning } = unsaved[saved];
  return [outcome, ...(warning === undefined ? [] : [warning]), ...resumeLines(session, progress)];
}

/** The last words: whether something is lost, and how to do this again without questions. */
async function takeLeave(session: Session, progress: Progress): Promise<void> {
  const { world, options } = session;
  const { warning } = unsaved[progress.kept.saved];
  if (warning !== undefined) await warn(world, warning);
  const { line, notes } = resumeCommand({ ...session, options: { ...options, yes: true } }, progress);
  await explain(world, 'To repeat this without questions:');
  await say(world, `  ${line}`);
  for (const note of notes) await explain(world, note);
}
