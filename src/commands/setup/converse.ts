import type { Context } from '../../context/context.ts';
import { Failure, Interruption } from '../../errors.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { type Kept, type KeptFile, keptAfter, type Progress } from '../../wizard/progress.ts';
import type { Tools } from '../../wizard/tools.ts';
import { promptForAnswers } from '../../wizard/wizard.ts';
import { buildFrom, deliver } from './deliver.ts';
import type { SetupRequest } from './request.ts';

/** Loads what is said at the end. */
const farewell = () => import('./farewell.ts');

/**
 * Prompts for what is missing, then either delivers the setup or continues with Jitterbit's console and the menu.
 * @throws Interruption and Failure that say how to resume with the answers so far
 */
export async function converse(request: SetupRequest, context: Context): Promise<void> {
  const progress: Progress = { draft: request.draft };
  try {
    await context.untilSignal(() => walkThrough(request, progress, context));
  } catch (error) {
    const { farewellLines, resumeLines } = await farewell();
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
    build: (answers) => buildFrom(answers, request),
    noOpen: !options.open,
    startFile: options.from,
    startSetup: base,
  };
  await promptForAnswers(tools, progress);
  const setup = tools.build(progress.draft);
  progress.draft = { ...progress.draft, codeVerifier: setup.pkce.codeVerifier };
  if (dialog === 'answers') {
    await deliver(setup, request, context);
    progress.kept = keptByDelivery(setup, request, context);
  } else {
    progress.kept = { file: startFile(request) };
    // Loaded while the user is here anyway, so that the first prompt comes sooner.
    const { enterValues } = await import('../../wizard/enter-values.ts');
    const { menu } = await import('../../wizard/menu.ts');
    await enterValues(setup, tools);
    await menu(tools, progress);
  }
  const { takeLeave } = await farewell();
  await takeLeave(request, progress, context);
}

const startFile = ({ options: { from }, base }: SetupRequest): KeptFile | undefined =>
  from === undefined || base === undefined ? undefined : { path: from, format: 'json', setup: base };

/** A program or a file that reads standard output keeps the result; a terminal doesn't. */
function keptByDelivery(
  setup: Setup,
  { target: { path, format }, draft }: SetupRequest,
  { stdout }: Pick<Context, 'stdout'>,
): Kept | undefined {
  if (path !== undefined) return keptAfter({ path, format, setup });
  return stdout.isTerminal && draft.codeVerifier === undefined ? {} : undefined;
}
