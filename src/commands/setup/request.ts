import { type Answers, promptedAnswers } from '../../answers/questions.ts';
import type { Context } from '../../context/context.ts';
import { createCodeVerifier } from '../../oauth/pkce.ts';
import { checkGithubOutput, maskSecrets } from '../../output/github-output.ts';
import type { Loss, WriteSetupOptions } from '../../output/pair-guard.ts';
import { refuseLosingSource, type Target, targetOf } from '../../output/target.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { warn } from '../../terminal/log.ts';
import { type Seat, type Sources, whyNoPrompts } from '../shared/input.ts';
import type { SetupOptions } from './definition.ts';
import { type Given, gatherAnswers, gatherSecrets, mixUpWarnings } from './gather.ts';
import { adviceOn } from './loss-advice.ts';
import { refuseContradictions, refuseMissing } from './refusals.ts';

/** What a run of `setup` is to do, with flags, environment and file resolved. */
export interface SetupRequest {
  readonly options: SetupOptions;
  /** The answers so far. */
  readonly draft: Partial<Answers>;
  /** The saved setup that the run starts from. */
  readonly base: Setup | undefined;
  /** The same without rows that must be removed; the new setup is built from it. */
  readonly sound: Setup | undefined;
  readonly target: Target;
  readonly writing: WriteSetupOptions;
  /** Whether to prompt: not at all, only for the answers, or through both consoles. */
  readonly dialog: 'none' | 'answers' | 'everything';
}

/** The sources of answers other than the command line, and the stream for warnings. */
type GatherContext = Seat & Sources;

/** Rejects everything that can be rejected before any prompt. @throws Failure */
export async function resolveRequest(
  options: SetupOptions,
  context: GatherContext & Pick<Context, 'stdout'>,
): Promise<SetupRequest> {
  refuseContradictions(options);
  const target = targetOf(options);
  if (options.githubOutput) checkGithubOutput(context, ...filesOf(options, target));
  refuseLosingSource(options.from, target, context);
  const writing = {
    force: options.force === true,
    newPkce: options.newPkce === true,
    advice: (loss: Loss) => adviceOn(loss, target, options, context),
  };
  const { setup: base, corrected = [] } = (await baseOf(options, context)) ?? {};
  const { answers: draft, warnings } = await gather(options, base, context);
  const sound = base && (await import('./sound-rows.ts')).withSoundRows(base);
  const losses = await examineTarget({ target, writing, draft, base }, context);
  // Only now: a warning tells of the result, and a refused run has none.
  for (const warning of [...corrected, ...warnings, ...(sound?.removed ?? []), ...losses])
    await warn(context.stderr, warning);
  return {
    options,
    draft,
    base,
    sound: sound?.setup,
    target,
    writing,
    dialog: dialogFor(draft, options, context),
  };
}

const filesOf = ({ from, clientSecretFile, codeVerifierFile }: SetupOptions, { path }: Target) => [
  path,
  from,
  clientSecretFile,
  codeVerifierFile,
];

/** The saved setup to start from, if there is one. What reads it is loaded only then. */
async function baseOf(options: SetupOptions, sources: Sources) {
  if (options.from === undefined) return undefined;
  const { readBase } = await import('./read-base.ts');
  return readBase(options.from, options, sources);
}

/** Rejects a target that can't be written, before any prompt. Returns a warning of a pair that would be lost. */
async function examineTarget(
  { target, writing, draft, base }: Pick<SetupRequest, 'target' | 'writing' | 'draft' | 'base'>,
  { files }: Pick<Context, 'files'>,
): Promise<string[]> {
  const { path, format } = target;
  if (path === undefined) return [];
  const { pairsLost, verifiersOf, writeOptions } = await import('../../output/pair-guard.ts');
  const { codeVerifier } = draft;
  const isBase = base !== undefined && base.pkce.codeVerifier === codeVerifier;
  const kept = verifiersOf(
    isBase ? base : { pkce: { codeVerifier }, previousPkce: base?.previousPkce },
    format,
  );
  const options = writeOptions(path, kept, writing);
  if (base === undefined || !writing.newPkce) {
    await files.check(path, options);
    return [];
  }
  // With --from, --new-pkce is also about the saved setup, so that the user may not know of another pair.
  const saved = verifiersOf(base, 'json');
  let isLost = false;
  const guard = (existing: Buffer): void => {
    isLost = pairsLost(existing, saved);
  };
  await files.check(path, { ...options, guard });
  return isLost ? [`${path} contains another PKCE pair, which is discarded.`] : [];
}

async function gather(
  options: SetupOptions,
  base: Setup | undefined,
  context: GatherContext,
): Promise<Given> {
  const plain = gatherAnswers(options, base, context);
  const obstacle = promptObstacle(options, context);
  if (obstacle !== undefined) refuseMissing(plain.answers, options, obstacle);
  const secret = await gatherSecrets(options, context);
  const answers = await masked({ ...plain.answers, ...secret.answers }, options, context);
  // Loads what knows the secrets of a saved setup, so only if there is one.
  const given = { answers, origins: { ...plain.origins, ...secret.origins } };
  const ofBase = base ? (await import('./base-warnings.ts')).baseWarnings(base, given, options) : [];
  const warnings = [...plain.warnings, ...secret.warnings, ...mixUpWarnings(given, base), ...ofBase];
  return { ...given, warnings };
}

/** In a log that others read, the pair is generated and masked before any warning. */
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

/** Why there are no prompts, as `whyNoPrompts` says it. */
function promptObstacle(
  { yes, githubOutput, from, clientSecretFile, codeVerifierFile }: SetupOptions,
  seat: Seat,
): string | undefined {
  if (yes) return '--yes is used';
  return githubOutput
    ? '--github-output is used'
    : whyNoPrompts(seat, [from, clientSecretFile, codeVerifierFile]);
}

function dialogFor(
  draft: Partial<Answers>,
  options: SetupOptions,
  context: Seat & Pick<Context, 'stdout'>,
): SetupRequest['dialog'] {
  const resultOnly = Boolean(options.format ?? options.output) || !context.stdout.isTerminal;
  const complete = promptedAnswers.every((key) => draft[key] !== undefined);
  if (promptObstacle(options, context) !== undefined || (resultOnly && complete)) return 'none';
  return resultOnly ? 'answers' : 'everything';
}
