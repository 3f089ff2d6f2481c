import type { Context } from '../../context/context.ts';
import type { WriteOptions, Written } from '../../context/files.ts';
import { type ExitCode, exitCodes, Failure } from '../../errors.ts';
import { labels } from '../../facts/labels.ts';
import type { Line } from '../../message.ts';
import { createCodeVerifier, pkcePairOf } from '../../oauth/pkce.ts';
import { checkGithubOutput, githubOutputFile, handToGithub } from '../../output/github-output.ts';
import { warnOfWritten } from '../../output/written-file.ts';
import { rotationSections } from '../../render/console-sections.ts';
import { setupVariables } from '../../render/env.ts';
import { renderJson } from '../../render/json.ts';
import { renderSection } from '../../render/text.ts';
import { inconsistencies } from '../../setup-file/consistency.ts';
import { canUndo, rotateSetup, undoRotation } from '../../setup-file/rotate.ts';
import { layOut } from '../../terminal/layout.ts';
import { explain, print, success } from '../../terminal/log.ts';
import { programName } from '../../terminal/program-words.ts';
import { isStandardInput } from '../../terminal/standard-stream.ts';
import type { TerminalStyle } from '../../terminal/style.ts';
import { wrapped } from '../../terminal/wrap.ts';
import { excerpt } from '../../text/sanitize.ts';
import { commandAgain } from '../shared/command-again.ts';
import { readSetupFile, type SetupFile } from '../shared/read-setup-file.ts';
import { diagnoseFailure, setApart, tellNext } from '../shared/tell-next.ts';
import { definition, type RotateOptions } from './definition.ts';
import { warnOfDiscarded } from './warn-of-discarded.ts';

/** `rotate`: puts a new PKCE pair into a saved setup, or the previous one back, and says which cells to replace. */
export async function run(options: RotateOptions, context: Context): Promise<ExitCode> {
  const { file } = options;
  await refuseContradictions(options, context);
  const saved = await readSetupFile(file, context, commandAgain(definition, options));
  refuseUnsound(saved, options);
  // Of runs that start together one changes the file: a second would drop the older pair, a third the first one's.
  if (context.files.isWrittenSinceStart(file)) throw justChanged(saved);
  const writing = replacing(saved);
  await context.files.check(file, writing);
  const rotated = options.undo
    ? undoRotation(saved.setup)
    : rotateSetup(saved.setup, pkcePairOf(createCodeVerifier()));
  const content = renderJson(rotated);
  if (options.dryRun) {
    if (!options.undo) await explain(context.stderr, whyRotate);
    await warnOfDiscarded(saved, options, context.stderr);
    await setApart(context);
    await print(context.stdout, forecast(saved, options, context.stdout.style));
    await tellNext(
      [
        options.undo ? 'To restore the previous pair, run:' : 'To rotate the pair, run:',
        commandAgain(definition, { ...options, dryRun: false }),
      ],
      context,
    );
    return exitCodes.done;
  }
  const write = (): Promise<Written> => context.files.write(file, content, writing);
  // Outputs that fail leave the file unchanged: a second run would drop the older pair.
  const written = await (options.githubOutput
    ? handToGithub(setupVariables(rotated), context, write)
    : write());
  if (!options.undo) await explain(context.stderr, whyRotate);
  await success(context.stderr, `${file} contains the ${options.undo ? 'previous' : 'new'} pair.`, {
    details: wayBack(file),
    keep: [file],
  });
  await warnOfDiscarded(saved, options, context.stderr);
  await warnOfWritten(file, written, context.stderr);
  await setApart(context);
  const style = { ...context.stdout.style, maskClientSecret: true };
  const sections = rotationSections(rotated).map((section) => renderSection(section, style));
  await print(context.stdout, `${sections.join('\n\n')}\n`);
  await tellNext(diagnoseFailure(file), context);
  return exitCodes.done;
}

const whyRotate =
  'Jitterbit uses the same PKCE pair for every sign-in. Anyone who learns the code verifier can use it until you replace it.';

const wayBack = (file: string): Line[] => [
  'The replaced pair is kept as previousPkce. To swap the two pairs, run:',
  commandAgain(definition, { file, undo: true }),
];

async function refuseContradictions(
  { file, dryRun, githubOutput }: RotateOptions,
  context: Pick<Context, 'env' | 'files'>,
): Promise<void> {
  if (isStandardInput(file))
    throw new Failure('usage', "rotate changes a file, so it can't read standard input. Specify the file.");
  if (!githubOutput) return;
  if (dryRun) throw new Failure('usage', '--dry-run writes nothing. Remove --github-output.');
  checkGithubOutput(context, file);
  // Fails before the pair is changed if the output can't be written.
  await context.files.append(githubOutputFile(context), '');
}

/** A new pair would hide what is wrong with the old one, and --undo couldn't restore that. */
function refuseUnsound({ name, setup }: SetupFile, { file, undo }: RotateOptions): void {
  const problems = inconsistencies(setup);
  if (problems.length > 0)
    throw new Failure('content', `${name} is inconsistent and wasn't changed:`, [
      ...problems,
      'To see how to fix it, run:',
      { command: [programName, 'verify', file] },
    ]);
  if (!undo || canUndo(setup)) return;
  throw new Failure(
    'content',
    setup.previousPkce === undefined
      ? `${name} contains no previous pair (previousPkce), so there is nothing to undo.`
      : `${name}: the code challenge of the previous pair doesn't match its code verifier, so the pair can't work.`,
  );
}

/** Another program may have written the file since it was read, and its pair must not be lost. */
function replacing(saved: SetupFile): WriteOptions {
  return {
    force: true,
    guard: (existing) => {
      if (!existing.equals(saved.bytes)) throw justChanged(saved);
    },
  };
}

const justChanged = ({ name }: SetupFile): Failure =>
  new Failure('file', `${name} was changed by another program just now and wasn't overwritten.`, [
    'Check the file, then run rotate again if you still need to.',
  ]);

function forecast({ name: path, setup }: SetupFile, { undo }: RotateOptions, style: TerminalStyle): string {
  const name = excerpt(path);
  const kept = setup.previousPkce === undefined || undo ? '' : ', in place of the older pair';
  const prose = [
    `Nothing was written. Without --dry-run, rotate would ${undo ? 'restore the previous PKCE pair' : 'generate a new PKCE pair'} in ${name} and keep the current one as previousPkce${kept}.`,
    `You would then replace these values in the ${labels.managementConsole}:`,
  ];
  const cells = rotationSections(setup).flatMap((section) =>
    section.cells.map(({ label }) => wrapped(`${section.title}: ${label}`, style.width, '  ', { hang: 4 })),
  );
  const lines = [...layOut(prose, style, { keep: [name] }), ...cells];
  return `${lines.join('\n')}\n`;
}
