import { parseAgentVersion } from '../../answers/agent-version.ts';
import { type Answers, missingAnswers, promptedAnswers, questions } from '../../answers/questions.ts';
import type { Context } from '../../context/context.ts';
import { Failure } from '../../errors.ts';
import { labels } from '../../facts/labels.ts';
import { createCodeVerifier } from '../../oauth/pkce.ts';
import { githubOutputFile, maskSecrets } from '../../output/github-output.ts';
import { verifiersOf, type WriteSetupOptions, writeOptions } from '../../output/pair-guard.ts';
import { type Target, targetOf } from '../../output/target.ts';
import { inconsistencies } from '../../setup-file/consistency.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { oneLine } from '../../setup-file/setup-texts.ts';
import { warn } from '../../terminal/log.ts';
import { canAnswer, refuseTwoReaders, type Seat, type Sources } from '../shared/input.ts';
import type { SetupOptions } from './definition.ts';
import { gatherAnswers, gatherSecrets, mixUpWarnings, readBase } from './gather.ts';
import { repeatCommand } from './repeat-command.ts';

/** What a run of `setup` was asked for, with everything that flags, environment and file say resolved. */
export interface SetupRequest {
  readonly options: SetupOptions;
  /** The answers so far. */
  readonly draft: Partial<Answers>;
  /** The saved setup that the run starts from. */
  readonly base: Setup | undefined;
  readonly target: Target;
  readonly writing: WriteSetupOptions;
  /** Whether to prompt: not at all, for the answers alone, or on through both consoles. */
  readonly dialog: 'none' | 'answers' | 'everything';
}

/** Where answers come from besides the command line, and where warnings go. */
type GatherContext = Seat & Sources;

/** Everything that can be refused is refused here, before any prompt. @throws Failure */
export async function resolveRequest(
  options: SetupOptions,
  context: GatherContext & Pick<Context, 'stdout'>,
): Promise<SetupRequest> {
  refuseContradictions(options);
  if (options.githubOutput) githubOutputFile(context);
  const target = targetOf(options);
  const writing = {
    force: options.force === true,
    newPkce: options.newPkce === true,
    advice: adviceFor(target, options),
  };
  const base =
    options.from === undefined ? undefined : await readBase(options.from, writing.newPkce, context);
  const draft = await gather(options, base, context);
  refuseUnwritable({ target, writing, draft, base }, context);
  return { options, draft, base, target, writing, dialog: dialogFor(draft, options, context) };
}

/** How to keep a pair that the target holds: only a setup file can be started from, and not where it was already. */
function adviceFor({ path, format }: Target, { from }: SetupOptions): string {
  const start =
    format === 'json' ? `Keep the pair with --from ${path}` : 'Keep the pair with --from and its setup file';
  return `${from === undefined ? start : 'Name another file'}, or give --new-pkce with --force to replace it.`;
}

/** What cannot be written is told before anything is asked. */
function refuseUnwritable(
  { target, writing, draft, base }: Pick<SetupRequest, 'target' | 'writing' | 'draft' | 'base'>,
  { files }: Pick<Context, 'files'>,
): void {
  const { path, format } = target;
  if (path === undefined) return;
  const { codeVerifier } = draft;
  const isBase = base !== undefined && base.pkce.codeVerifier === codeVerifier;
  const kept = verifiersOf(
    isBase ? base : { pkce: { codeVerifier }, previousPkce: base?.previousPkce },
    format,
  );
  files.check(path, writeOptions(path, kept, writing));
}

function refuseContradictions(options: SetupOptions): void {
  refuseTwoReaders({
    '--from': options.from,
    '--client-secret-file': options.clientSecretFile,
    '--code-verifier-file': options.codeVerifierFile,
  });
  if (options.newPkce && !options.force && options.from === undefined) {
    throw new Failure(
      'usage',
      '--new-pkce goes with --force, to discard the pair in the file that is replaced, or with --from, for a new pair.',
    );
  }
  const agent = options.agentVersion === undefined ? undefined : parseAgentVersion(options.agentVersion);
  if (agent?.ok === false) throw new Failure('usage', `--agent-version ${agent.problem}`);
}

async function gather(
  options: SetupOptions,
  base: Setup | undefined,
  context: GatherContext,
): Promise<Partial<Answers>> {
  const plain = gatherAnswers(options, base, context);
  if (!mayPrompt(options, context)) refuseMissing(plain.answers, options);
  const secret = await gatherSecrets(options, context);
  const draft = await masked({ ...plain.answers, ...secret.answers }, options, context);
  const warnings = [
    ...plain.warnings,
    ...secret.warnings,
    ...mixUpWarnings(draft),
    ...baseWarnings(base, draft, options),
  ];
  for (const warning of warnings) await warn(context.stderr, warning);
  return draft;
}

/** For a log that others read, the pair is made and masked before a warning is said. */
async function masked(
  draft: Partial<Answers>,
  options: SetupOptions,
  context: Pick<Context, 'stderr'>,
): Promise<Partial<Answers>> {
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

/** A person can answer, and nothing says not to prompt. */
function mayPrompt(
  { yes, githubOutput, from, clientSecretFile, codeVerifierFile }: SetupOptions,
  seat: Seat,
): boolean {
  return !yes && !githubOutput && canAnswer(seat, [from, clientSecretFile, codeVerifierFile]);
}

function dialogFor(
  draft: Partial<Answers>,
  options: SetupOptions,
  context: Seat & Pick<Context, 'stdout'>,
): SetupRequest['dialog'] {
  const resultOnly = Boolean(options.format ?? options.output) || !context.stdout.isTerminal;
  const complete = promptedAnswers.every((key) => draft[key] !== undefined);
  if (!mayPrompt(options, context) || (resultOnly && complete)) return 'none';
  return resultOnly ? 'answers' : 'everything';
}

function refuseMissing(draft: Partial<Answers>, options: SetupOptions): void {
  const missing = missingAnswers(draft);
  if (missing.length === 0) return;
  const names = missing.map(
    (key) => `${questions[key].label} (${questions[key].option} or ${questions[key].variable})`,
  );
  const example = { region: 'NA', scopes: ['api:data:company', 'api:data:contact'], ...draft } as const;
  throw new Failure('usage', `${names.join(' and ')} missing, and there is nobody to ask.`, [
    'For example:',
    repeatCommand(example, { ...options, yes: true }),
  ]);
}

/** What a saved setup said that cannot be right and is put right, and what of it is not kept. */
function baseWarnings(
  base: Setup | undefined,
  { description, codeVerifier }: Partial<Answers>,
  { codeVerifierFile }: SetupOptions,
): string[] {
  if (base === undefined) return [];
  const isJoined = description !== base.description && description === oneLine(base.description);
  return [
    ...inconsistencies(base).map((problem) => `In the saved setup: ${problem} It is put right.`),
    ...(isJoined
      ? [`The ${labels.description} of the saved setup has line breaks. They become spaces.`]
      : []),
    ...(codeVerifier === base.pkce.codeVerifier ? [] : [pairReplaced(codeVerifierFile)]),
  ];
}

const pairReplaced = (codeVerifierFile: string | undefined): string =>
  `The PKCE pair of the saved setup is replaced by ${codeVerifierFile === undefined ? 'a new one' : 'that of the code verifier given'}.`;
