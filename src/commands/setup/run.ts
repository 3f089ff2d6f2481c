import { askedAnswers, missingAnswers, questions } from '../../answers/questions.ts';
import type { Context } from '../../context/context.ts';
import { type ExitCode, exitCodes, Failure } from '../../errors.ts';
import { parseAgentVersion } from '../../facts/agent.ts';
import { createCodeVerifier } from '../../oauth/pkce.ts';
import type { SetupOptions } from '../../options.ts';
import { githubOutputFile, maskSecrets, writeGithubOutput } from '../../output/github-output.ts';
import {
  printSetup,
  saveSetup,
  type Target,
  targetOf,
  verifiersOf,
  type WriteSetupOptions,
  writeOptions,
} from '../../output/target.ts';
import { setupVariables } from '../../render/env.ts';
import { buildSetup, completeAnswers } from '../../setup-file/build.ts';
import { inconsistencies } from '../../setup-file/consistency.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { warn } from '../../terminal/log.ts';
import type { Draft } from '../../wizard/draft.ts';
import { canAnswer, refuseTwoReaders } from '../input.ts';
import { gatherAnswers, gatherSecrets, mixUpWarnings, readBase } from './gather.ts';
import { repeatCommand } from './repeat-command.ts';

/** `setup`: makes a setup from flags, environment, a saved file and, where somebody is there to answer, questions. */
export async function runSetup(options: SetupOptions, context: Context): Promise<ExitCode> {
  refuseContradictions(options);
  if (options.githubOutput) githubOutputFile(context);
  const target = targetOf(options);
  const writing = {
    force: options.force === true,
    newPkce: options.newPkce === true,
    advice: adviceFor(target, options),
  };
  const base = options.from === undefined ? undefined : await readBase(options.from, context);
  const draft = await gather(options, base, context);
  refuseUnwritable(target, writing, draft, base, context);
  await finish({
    draft,
    base,
    options,
    context,
    deliver: (setup) => deliver(setup, target, writing, options, context),
  });
  return exitCodes.done;
}

/** How to keep a pair that the target holds: only a setup file can be started from, and not where it was already. */
function adviceFor({ path, format }: Target, { from }: SetupOptions): string {
  const start =
    format === 'json' ? `Keep the pair with --from ${path}` : 'Keep the pair with --from and its setup file';
  return `${from === undefined ? start : 'Name another file'}, or give --new-pkce with --force to replace it.`;
}

/** What cannot be written is told before anything is asked. */
function refuseUnwritable(
  { path, format }: Target,
  writing: WriteSetupOptions,
  { codeVerifier }: Draft,
  base: Setup | undefined,
  context: Context,
): void {
  if (path === undefined) return;
  const kept = verifiersOf({ pkce: { codeVerifier }, previousPkce: base?.previousPkce }, format);
  context.files.check(path, writeOptions(path, kept, writing));
}

function refuseContradictions(options: SetupOptions): void {
  refuseTwoReaders({
    '--from': options.from,
    '--client-secret-file': options.clientSecretFile,
    '--code-verifier-file': options.codeVerifierFile,
  });
  if (options.newPkce && !options.force) {
    throw new Failure(
      'usage',
      '--new-pkce goes with --force: it throws away the pair in the file that is replaced.',
    );
  }
  const agent = options.agentVersion === undefined ? undefined : parseAgentVersion(options.agentVersion);
  if (agent?.ok === false) throw new Failure('usage', `--agent-version ${agent.problem}`);
}

async function gather(options: SetupOptions, base: Setup | undefined, context: Context): Promise<Draft> {
  const plain = gatherAnswers(options, base, context);
  if (!canAsk(options, context)) refuseMissing(plain.answers, options, context);
  const secret = await gatherSecrets(options, context);
  const draft = await masked({ ...plain.answers, ...secret.answers }, options, context);
  const warnings = [
    ...plain.warnings,
    ...secret.warnings,
    ...mixUpWarnings(draft),
    ...baseWarnings(base, draft),
  ];
  for (const warning of warnings) await warn(context.stderr, warning);
  return draft;
}

/** For a log that others read, the pair is made and masked before a warning is said. */
async function masked(draft: Draft, options: SetupOptions, context: Context): Promise<Draft> {
  if (!options.githubOutput) return draft;
  const codeVerifier = draft.codeVerifier ?? createCodeVerifier();
  const { clientSecret = null } = draft;
  await maskSecrets(
    [
      ['CLIENT_SECRET', clientSecret],
      ['CODE_VERIFIER', codeVerifier],
    ],
    context,
  );
  return { ...draft, codeVerifier };
}

/** Somebody can answer, and nobody said not to ask. */
function canAsk(
  { yes, githubOutput, from, clientSecretFile, codeVerifierFile }: SetupOptions,
  context: Context,
) {
  return !yes && !githubOutput && canAnswer(context, [from, clientSecretFile, codeVerifierFile]);
}

function refuseMissing(draft: Draft, options: SetupOptions, context: Context): void {
  const missing = missingAnswers(draft);
  if (missing.length === 0) return;
  const names = missing.map(
    (key) => `${questions[key].label} (${questions[key].option} or ${questions[key].variable})`,
  );
  const example = { region: 'NA', scopes: ['api:data:company', 'api:data:contact'], ...draft } as const;
  throw new Failure('usage', `${names.join(' and ')} missing, and there is nobody to ask.`, [
    `For example: ${repeatCommand(example, { ...options, yes: true }, context)}`,
  ]);
}

/** What a saved setup said that cannot be right and is put right, and what of it is not kept. */
function baseWarnings(base: Setup | undefined, { codeVerifier }: Draft): string[] {
  if (base === undefined) return [];
  const problems = inconsistencies(base).map((problem) => `In the saved setup: ${problem} It is put right.`);
  if (codeVerifier === base.pkce.codeVerifier) return problems;
  return [...problems, 'The PKCE pair of the saved setup is replaced by that of the code verifier given.'];
}

interface Finish {
  readonly draft: Draft;
  readonly base: Setup | undefined;
  readonly options: SetupOptions;
  readonly context: Context;
  readonly deliver: (setup: Setup) => Promise<void>;
}

/** Makes the setup at once, or with the wizard where something is missing or a person wants to be walked through. */
async function finish({ draft, base, options, context, deliver }: Finish): Promise<void> {
  const build = (answers: Draft): Setup =>
    buildSetup(completeAnswers(answers), { challengeMethodRow: options.challengeMethodRow === true, base });
  const { format, output } = options;
  const resultOnly = Boolean(format ?? output) || !context.stdout.isTerminal;
  const complete = askedAnswers.every((key) => draft[key] !== undefined);
  if (!canAsk(options, context) || (resultOnly && complete)) return deliver(build(draft));
  const { runWizard } = await import('../../wizard/wizard.ts');
  return runWizard({ draft, options, context, build, base, deliver: resultOnly ? deliver : undefined });
}

async function deliver(
  setup: Setup,
  target: Target,
  writing: WriteSetupOptions,
  options: SetupOptions,
  context: Context,
): Promise<void> {
  const { path, format } = target;
  if (options.githubOutput) writeGithubOutput(setupVariables(setup), context);
  if (path === undefined) await printSetup(setup, format, options.showSecrets === true, context);
  else await saveSetup(setup, format, path, writing, context);
}
