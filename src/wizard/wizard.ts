import type { Context } from '../context/context.ts';
import { Failure, Interruption } from '../errors.ts';
import type { SetupOptions } from '../options.ts';
import { renderText } from '../render/text.ts';
import type { Setup } from '../setup-file/schema.ts';
import { explain, say, warn } from '../terminal/log.ts';
import type { Draft, Tools } from './draft.ts';
import { type Kept, keptIn, menu, unsaved } from './menu.ts';
import { resumeCommand, resumeLines } from './resume.ts';
import { review } from './review.ts';
import { askMissing, introduce } from './steps.ts';

/** What the wizard starts from, and how a setup is made of the answers. */
export interface Session {
  readonly draft: Draft;
  readonly options: SetupOptions;
  readonly context: Context;
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
  const { options, context, base } = session;
  const tools: Tools = {
    prompts: await context.prompts(),
    context,
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
  await showConsole(setup, context);
  await menu(setup, progress.kept, tools, (kept) => {
    progress.kept = kept;
  });
  await takeLeave(session, progress);
}

async function showConsole(setup: Setup, context: Context): Promise<void> {
  await say(context.stderr);
  await say(
    context.stderr,
    renderText(setup, { ...context.stderr.style, maskClientSecret: true, audience: 'jitterbit' }),
  );
  await explain(
    context.stderr,
    'The app registration keeps this pair for every sign-in, so treat the code verifier as a secret like the Client Secret.',
  );
  await say(context.stderr);
}

function farewell(session: Session, progress: Progress): string[] {
  const { written, saved } = progress.kept;
  const outcome = written === undefined ? 'Nothing was written.' : `${written} is saved.`;
  const { warning } = unsaved[saved];
  return [outcome, ...(warning === undefined ? [] : [warning]), ...resumeLines(session, progress)];
}

/** The last words: whether something is lost, and how to do this again without questions. */
async function takeLeave(session: Session, progress: Progress): Promise<void> {
  const { context, options } = session;
  const { warning } = unsaved[progress.kept.saved];
  if (warning !== undefined) await warn(context.stderr, warning);
  const { line, notes } = resumeCommand({ ...session, options: { ...options, yes: true } }, progress);
  await explain(context.stderr, 'To repeat this without questions:');
  await say(context.stderr, `  ${line}`);
  for (const note of notes) await explain(context.stderr, note);
}
