import type { Context } from '../../context/context.ts';
import { Failure, Interruption } from '../../errors.ts';
import { menu } from '../../wizard/menu.ts';
import { keptIn, type Progress } from '../../wizard/progress.ts';
import type { Tools } from '../../wizard/tools.ts';
import { promptForAnswers, showConsoles } from '../../wizard/wizard.ts';
import { buildFrom, deliver } from './deliver.ts';
import { farewellLines, resumeLines, takeLeave } from './farewell.ts';
import type { SetupRequest } from './request.ts';

/**
 * Prompts for what is missing, then either delivers the setup or walks on through the consoles.
 * @throws Interruption and Failure that say how to resume with the answers so far
 */
export async function converse(request: SetupRequest, context: Context): Promise<void> {
  const progress: Progress = { draft: request.draft, kept: { saved: 'everything' } };
  try {
    await context.untilSignal(() => walkThrough(request, progress, context));
  } catch (error) {
    if (error instanceof Interruption) throw new Interruption(error.kind, farewellLines(request, progress));
    if (error instanceof Failure) {
      const resume = resumeLines(request, progress);
      throw new Failure(error.kind, error.message, [...error.details, ...resume]);
    }
    throw error;
  }
}

async function walkThrough(request: SetupRequest, progress: Progress, context: Context): Promise<void> {
  const { options, base, dialog } = request;
  const tools: Tools = {
    prompts: await context.prompts(),
    context,
    noOpen: !options.open,
    startFile: options.from,
    startSetup: base,
  };
  await promptForAnswers(tools, progress);
  const setup = buildFrom(progress.draft, request);
  if (dialog === 'answers') return deliver(setup, request, context);
  progress.kept = keptIn(setup, base, options.from);
  await showConsoles(setup, context.stderr);
  await menu(setup, tools, progress);
  await takeLeave(request, progress, context);
}
