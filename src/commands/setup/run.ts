import type { Context } from '../../context/context.ts';
import { type ExitCode, exitCodes } from '../../errors.ts';
import type { SetupOptions } from './definition.ts';
import { buildFrom, deliver } from './deliver.ts';
import { resolveRequest } from './request.ts';

/**
 * `setup`: resolves flags, environment, and saved file once, prompts for what is missing, builds the setup and delivers
 * it. Prompts come with the wizard, which is loaded only if it is needed.
 */
export async function run(options: SetupOptions, context: Context): Promise<ExitCode> {
  const request = await resolveRequest(options, context);
  if (request.dialog === 'none') {
    const setup = buildFrom(request.draft, request);
    await deliver(setup, request, context);
    if (context.stderr.isTerminal) {
      const { sayNextStep } = await import('./farewell.ts');
      await sayNextStep(setup, request, context);
    }
    return exitCodes.done;
  }
  const { converse } = await import('./converse.ts');
  await converse(request, context);
  return exitCodes.done;
}
