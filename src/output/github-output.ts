import type { Context } from '../context/context.ts';
import { Failure } from '../errors.ts';
import { crypto } from '../oauth/crypto.ts';
import type { Variable } from '../render/env.ts';
import { environmentValue } from '../terminal/environment.ts';

/** Variables that a log must never show. */
const secretVariables: readonly string[] = ['CLIENT_SECRET', 'CODE_VERIFIER'];

/**
 * Rejects in advance what can't be the runner's file for outputs. @throws Failure (usage)
 * @param used the other files of the run, which the outputs would corrupt
 */
export function checkGithubOutput(
  context: Pick<Context, 'env' | 'files'>,
  ...used: readonly (string | undefined)[]
): void {
  const outputs = githubOutputFile(context);
  const same = used.find((path) => path !== undefined && context.files.isSame(path, outputs));
  if (same === undefined) return;
  throw new Failure('usage', `${same} is the file in GITHUB_OUTPUT, to which --github-output appends.`, [
    'Specify another path.',
  ]);
}

/** The runner's file for the outputs of a step. @throws Failure (usage) outside GitHub Actions */
export function githubOutputFile({ env }: Pick<Context, 'env'>): string {
  const path = environmentValue(env, 'GITHUB_OUTPUT');
  if (path !== undefined) return path;
  throw new Failure('usage', '--github-output requires GITHUB_OUTPUT, which GitHub Actions sets in a step.', [
    'Elsewhere, use --format env or --format json.',
  ]);
}

/**
 * Sets the variables as outputs of a GitHub Actions step, then writes the result. If that fails, the outputs are removed
 * again, so that they never claim values that exist nowhere. Standard output stays free for the result.
 * @throws Failure
 */
export async function withGithubOutput<Written>(
  variables: readonly Variable[],
  context: Pick<Context, 'env' | 'files'>,
  write: () => Promise<Written>,
): Promise<Written> {
  const removeOutputs = await context.files.append(githubOutputFile(context), githubOutputs(variables));
  try {
    return await write();
  } catch (error) {
    if (error instanceof Failure) removeOutputs();
    throw error;
  }
}

/** The same with the secrets among the variables masked before. @throws Failure */
export async function handToGithub<Written>(
  variables: readonly Variable[],
  context: Pick<Context, 'env' | 'files' | 'stderr'>,
  write: () => Promise<Written>,
): Promise<Written> {
  await maskSecrets(variables, context);
  return withGithubOutput(variables, context, write);
}

/** Makes the runner hide the secrets among the variables in all logs. Call it before any other output. */
export async function maskSecrets(
  variables: readonly Variable[],
  context: Pick<Context, 'stderr'>,
): Promise<void> {
  // As bytes, since text on standard error is screened for workflow commands.
  await context.stderr.write(Buffer.from(maskCommands(variables)));
}

/** The workflow commands that make the runner hide the secrets. */
export function maskCommands(variables: readonly Variable[]): string {
  return variables
    .filter(([name, value]) => secretVariables.includes(name) && value)
    .map(([, value]) => `::add-mask::${escapeData(value ?? '')}\n`)
    .join('');
}

/** Outputs in the format of the runner's file, without variables that are not set. */
export function githubOutputs(
  variables: readonly Variable[],
  delimiter: () => string = newDelimiter,
): string {
  return variables
    .flatMap(([name, value]) => (value === null ? [] : [outputOf(name.toLowerCase(), value, delimiter())]))
    .join('');
}

/** A random delimiter for each value, so that no value can end its own block early. */
function outputOf(name: string, value: string, delimiter: string): string {
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

const newDelimiter = (): string => `ghadelimiter_${crypto().randomBytes(16).toString('hex')}`;

/** The escapes that the runner undoes in the data of a workflow command. */
function escapeData(data: string): string {
  return data.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
