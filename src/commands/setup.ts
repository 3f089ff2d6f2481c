import { type ExitCode, exitCodes, Failure } from '../errors.ts';
import { type SetupOptions, standardStream } from '../options.ts';
import { programWords } from '../output/repeat.ts';
import {
  printSetup,
  saveSetup,
  type Target,
  targetOf,
  type WriteSetupOptions,
  writeOptions,
} from '../output/target.ts';
import { warn } from '../output/voice.ts';
import { commandLine } from '../render/shell.ts';
import { parseAgentVersion } from '../setup/agent.ts';
import { type Answers, askedAnswers, missingAnswers, questions } from '../setup/answers.ts';
import { buildSetup, completeAnswers } from '../setup/build.ts';
import { isContinuousIntegration } from '../setup/environment.ts';
import { redirectUriOf } from '../setup/regions.ts';
import type { Setup } from '../setup/schema.ts';
import type { World } from '../world.ts';
import { gatherAnswers, gatherSecrets, mixUpWarnings, readBase } from './gather.ts';
import { refuseTwoReaders } from './secrets.ts';

type Draft = Partial<Answers>;

/** `setup`: makes a setup from flags, environment, a saved file and, where somebody is there to answer, questions. */
export async function runSetup(options: SetupOptions, world: World): Promise<ExitCode> {
  refuseContradictions(options);
  const target = targetOf(options);
  const writing: WriteSetupOptions = { force: options.force === true, newPkce: options.newPkce === true };
  const base = options.from === undefined ? undefined : await readBase(options.from, world);
  const draft = await gather(options, base, world);
  if (target.path !== undefined)
    world.files.check(target.path, writeOptions(target.path, draft.codeVerifier, writing));
  const setup = await finish(draft, base, options, world);
  return setup === undefined ? exitCodes.done : deliver(setup, target, writing, options, world);
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

async function gather(options: SetupOptions, base: Setup | undefined, world: World): Promise<Draft> {
  const plain = gatherAnswers(options, base, world);
  if (!canAsk(options, world)) refuseMissing(plain.answers, world);
  const secret = await gatherSecrets(options, world);
  const draft = { ...plain.answers, ...secret.answers };
  const warnings = [...plain.warnings, ...secret.warnings, ...mixUpWarnings(draft), ...baseWarnings(base)];
  for (const warning of warnings) await warn(world, warning);
  return draft;
}

/** Somebody is at a terminal, standard input is free for answers, and nobody said not to ask. */
function canAsk(options: SetupOptions, { stdin, stderr, env }: World): boolean {
  const readers = [options.from, options.clientSecretFile, options.codeVerifierFile];
  if (options.yes || isContinuousIntegration(env) || readers.includes(standardStream)) return false;
  return stdin.isTerminal && stderr.isTerminal;
}

function refuseMissing(draft: Draft, world: World): void {
  const missing = missingAnswers(draft);
  if (missing.length === 0) return;
  const names = missing.map(
    (key) => `${questions[key].label} (${questions[key].option} or ${questions[key].variable})`,
  );
  const example = [
    '--region',
    draft.region ?? 'NA',
    '--scopes',
    draft.scopes?.join(',') ?? 'company,contact',
  ];
  throw new Failure('usage', `${names.join(' and ')} missing, and there is nobody to ask.`, [
    `For example: ${commandLine([...programWords(world), '--yes', ...example], world.platform)}`,
  ]);
}

/** What a saved setup said that cannot be right and is put right. */
function baseWarnings(base: Setup | undefined): string[] {
  if (base === undefined) return [];
  const region = questions.region.parse(base.region);
  const strayed = region.ok && redirectUriOf(region.value) !== base.redirectUri;
  return [
    ...(strayed ? [`The redirect URI in the file was not the one of region ${base.region}; now it is.`] : []),
    ...(base.refreshTokenUrl === base.accessTokenUrl
      ? []
      : ['The Refresh token URL in the file was not the Access token URL; now it is.']),
  ];
}

/** @returns the setup that is still to be written, or undefined when the wizard has done everything */
async function finish(draft: Draft, base: Setup | undefined, options: SetupOptions, world: World) {
  const build = (answers: Draft): Setup =>
    buildSetup(completeAnswers(answers), { challengeMethodRow: options.challengeMethodRow === true, base });
  const resultOnly = options.format !== undefined || options.output !== undefined || !world.stdout.isTerminal;
  const complete = askedAnswers.every((key) => draft[key] !== undefined);
  if (!canAsk(options, world) || (resultOnly && complete)) return build(draft);
  const { runWizard } = await import('../wizard/wizard.ts');
  return runWizard({ draft, options, world, build, savedVerifier: base?.pkce.codeVerifier, resultOnly });
}

async function deliver(
  setup: Setup,
  target: Target,
  writing: WriteSetupOptions,
  options: SetupOptions,
  world: World,
): Promise<ExitCode> {
  const { path, format } = target;
  if (path === undefined) return printSetup(setup, format, options.showSecrets === true, world);
  await saveSetup(setup, format, path, writing, world);
  return exitCodes.done;
}
