import { questions } from '../../answers/questions.ts';
import type { Context } from '../../context/context.ts';
import { type ExitCode, exitCodes, Failure } from '../../errors.ts';
import type { Line } from '../../message.ts';
import { parseCodeVerifier } from '../../oauth/code-verifier.ts';
import { codeVerifiers, createCodeVerifier, type PkcePair, pkcePairOf } from '../../oauth/pkce.ts';
import { verifierLength } from '../../oauth/verifier-length.ts';
import { checkGithubOutput, handToGithub } from '../../output/github-output.ts';
import { pkceVariables, renderEnv } from '../../render/env.ts';
import { environmentValue } from '../../terminal/environment.ts';
import { warn } from '../../terminal/log.ts';
import { programName } from '../../terminal/program-words.ts';
import { type Accepted, accepted } from '../../text/result.ts';
import type { Sources } from '../shared/input.ts';
import { readSecret, secretSource } from '../shared/read-secret.ts';
import { tellNext } from '../shared/tell-next.ts';
import type { PkceOptions } from './definition.ts';
import { pairRecords, pairsInBatch } from './pair-records.ts';
import type { PkceFormat } from './pkce-formats.ts';
import { renderPair } from './render-pair.ts';

/** How a pair is rendered for a window with this many columns. */
const renderers: Record<PkceFormat, (pair: PkcePair, window: number) => string> = {
  text: renderPair,
  json: (pair) => `${JSON.stringify(pair)}\n`,
  env: (pair) => renderEnv(pkceVariables(pair)),
};

/** What separates the pairs of many. */
const separators: Record<PkceFormat, string> = { text: '\n', json: '', env: '' };

/** `pkce`: generates one pair or many, or derives the challenge of an existing verifier. */
export async function run(options: PkceOptions, context: Context): Promise<ExitCode> {
  const { format, count = 1, length = verifierLength.min, codeVerifierFile } = options;
  refuseContradictions(options, count);
  if (options.githubOutput) checkGithubOutput(context, codeVerifierFile);
  if (count > 1) {
    await warnOfVariable(context);
    await streamPairs(format, count, length, context);
    return exitCodes.done;
  }
  const { value, warnings } = await verifierOf(codeVerifierFile, length, context);
  const pair = pkcePairOf(value);
  const print = async (): Promise<void> => {
    for (const warning of warnings) await warn(context.stderr, warning);
    if (codeVerifierFile === undefined) await warnOfVariable(context);
    await context.stdout.write(renderers[format](pair, context.stdout.style.window));
  };
  await (options.githubOutput ? handToGithub(pkceVariables(pair), context, print) : print());
  if (codeVerifierFile === undefined && context.stdout.isTerminal) await tellNext(nextSteps, context);
  return exitCodes.done;
}

const nextSteps: Line[] = [
  "This pair isn't saved anywhere. To set up with it, save the code verifier to a file and run:",
  { command: [programName, '--code-verifier-file'], usage: '<file>' },
];

function refuseContradictions(options: PkceOptions, count: number): void {
  const { format, length, codeVerifierFile, githubOutput } = options;
  if (count > 1 && githubOutput)
    throw new Failure('usage', '--github-output supports one pair only. Remove --count.');
  if (codeVerifierFile !== undefined && (length !== undefined || count > 1)) {
    throw new Failure(
      'usage',
      `--code-verifier-file provides the code verifier. Remove ${count > 1 ? '--count' : '--length'}.`,
    );
  }
  if (count > 1 && format === 'env') {
    throw new Failure('usage', '--format env supports one pair only. Remove --count, or use --format json.');
  }
}

/** `setup` and `verify` read the variable, so a generated pair may be unexpected. */
async function warnOfVariable({ env, stderr }: Pick<Context, 'env' | 'stderr'>): Promise<void> {
  const { variable, option } = questions.codeVerifier;
  if (environmentValue(env, variable) !== undefined)
    await warn(
      stderr,
      `pkce ignores ${variable} and generates a new pair. To derive the code challenge of that verifier, pipe it in with ${option} -.`,
    );
}

async function verifierOf(
  path: string | undefined,
  length: number,
  sources: Sources,
): Promise<Accepted<string>> {
  if (path === undefined) return accepted(createCodeVerifier(length));
  const { option } = questions.codeVerifier;
  const parsed = parseCodeVerifier(await readSecret(option, path, sources));
  if (!parsed.ok) throw new Failure('content', `${secretSource(option, path)} ${parsed.problem}`);
  return parsed;
}

/** Some 20 ms of work. */
const pairsBetweenTurns = 40 * pairsInBatch;

/**
 * Writes batch after batch and waits for the reader, so that memory stays flat for any count. A file accepts every batch
 * immediately, so that only a turn of the event loop lets a signal through.
 */
async function streamPairs(
  format: PkceFormat,
  count: number,
  length: number,
  { stdout }: Pick<Context, 'stdout'>,
): Promise<void> {
  const separator = separators[format];
  const render = (pair: PkcePair): string => renderers[format](pair, stdout.style.window) + separator;
  const next = pairRecords(render, codeVerifiers(length), length);
  for (let done = 0; done < count; done += pairsInBatch) {
    const batch = next(count - done);
    const isLast = done + pairsInBatch >= count;
    await stdout.write(isLast ? batch.subarray(0, batch.length - separator.length) : batch);
    if (done % pairsBetweenTurns === 0) await new Promise(setImmediate);
  }
}
