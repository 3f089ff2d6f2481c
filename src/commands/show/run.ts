import { secretProblem } from '../../answers/credentials.ts';
import type { Context } from '../../context/context.ts';
import { type ExitCode, exitCodes, Failure } from '../../errors.ts';
import { labels } from '../../facts/labels.ts';
import { outputSetup } from '../../output/output-setup.ts';
import type { WriteSetupOptions } from '../../output/pair-guard.ts';
import { refuseLosingSource, targetOf } from '../../output/target.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { warn } from '../../terminal/log.ts';
import { commandAgain } from '../shared/command-again.ts';
import { readSetupFile } from '../shared/read-setup-file.ts';
import { setApart, tellNext } from '../shared/tell-next.ts';
import { definition, type ShowOptions } from './definition.ts';
import { nextAfterShow } from './next-after-show.ts';
import { problemsOf } from './problems-of.ts';

/** `show`: prints a saved setup in any format, whole or for one console, or serves it as a copy sheet. */
export async function run(options: ShowOptions, context: Context): Promise<ExitCode> {
  const { file } = options;
  refuseContradictions(options);
  const target = targetOf(options);
  refuseLosingSource(file, { ...target, audience: options.for }, context);
  const { name, setup } = await readSetupFile(file, context, commandAgain(definition, options));
  if (options.for === 'zoominfo') refuseHandingOver(name, setup);
  const problems = await problemsOf(setup);
  for (const problem of problems) await warn(context.stderr, `${name}: ${problem}`, { keep: [name] });
  if (problems.length > 0) await setApart(context);
  if (options.open) {
    const { openSheet } = await import('../../output/copy-sheet.ts');
    await openSheet(setup, { audience: options.for, startBrowser: true }, context);
  } else
    await outputSetup(setup, target, { ...writingOf(options), showSecrets: options.showSecrets }, context);
  const shown = { ...options, setup, target, isInconsistent: problems.length > 0 };
  await tellNext(nextAfterShow(shown), context);
  return exitCodes.done;
}

const writingOf = (options: ShowOptions): WriteSetupOptions => ({
  force: options.force === true,
  audience: options.for,
  advice: () => 'Specify another path, or move the existing file first.',
});

/** What goes to the one who sets up ZoomInfo contains no secret. @throws Failure (content) */
function refuseHandingOver(name: string, setup: Setup): void {
  const secrets = { clientSecret: setup.clientSecret, codeVerifier: setup.pkce.codeVerifier };
  const values = { [labels.redirectUri]: setup.redirectUri, [labels.scopes]: setup.scopes.join(' ') };
  for (const [label, value] of Object.entries(values)) {
    const problem = secretProblem(value, secrets);
    if (problem !== undefined) throw new Failure('content', `${name}: ${label} ${problem}`);
  }
}

function refuseContradictions({ open, format, output }: ShowOptions): void {
  if (!open || (output === undefined && (format ?? 'html') === 'html')) return;
  const option = output === undefined ? '--format' : '--output';
  throw new Failure('usage', `--open shows the copy sheet in a browser. Remove ${option}.`);
}
