import { randomBytes } from 'node:crypto';
import type { Context } from '../context/context.ts';
import { Failure } from '../errors.ts';
import type { Variable } from '../render/env.ts';
import { environmentValue } from '../terminal/environment.ts';

/** What a log must never show. */
const secretVariables: readonly string[] = ['CLIENT_SECRET', 'CODE_VERIFIER'];

/** The file that the runner names for the outputs of a step. @throws Failure (usage) outside GitHub Actions */
export function githubOutputFile({ env }: Pick<Context, 'env'>): string {
  const path = environmentValue(env, 'GITHUB_OUTPUT');
  if (path !== undefined) return path;
  throw new Failure('usage', '--github-output needs GITHUB_OUTPUT, which a step of GitHub Actions sets.', [
    'Elsewhere take --format env or --format json.',
  ]);
}

/**
 * Hands the variables to the later steps of a GitHub Actions job. Standard output stays free for the result.
 * @throws Failure
 */
export function writeGithubOutput(
  variables: readonly Variable[],
  context: Pick<Context, 'env' | 'files'>,
): void {
  context.files.append(githubOutputFile(context), githubOutputs(variables));
}

/** Masks the secrets among the variables, then hands all of them over. @throws Failure */
export async function handToGithub(
  variables: readonly Variable[],
  context: Pick<Context, 'env' | 'files' | 'stderr'>,
): Promise<void> {
  await maskSecrets(variables, context);
  writeGithubOutput(variables, context);
}

/** Makes the runner hide the secrets among the variables in this and later steps. A command calls it before it says anything. */
export async function maskSecrets(
  variables: readonly Variable[],
  context: Pick<Context, 'stderr'>,
): Promise<void> {
  // Bytes: text on standard error is kept from commanding the runner.
  await context.stderr.write(Buffer.from(maskCommands(variables)));
}

/** The workflow commands that make the runner hide the secrets. */
export function maskCommands(variables: readonly Variable[]): string {
  return variables
    .filter(([name, value]) => secretVariables.includes(name) && value)
    .map(([, value]) => `::add-mask::${escapeData(value ?? '')}\n`)
    .join('');
}

/** Outputs as the runner reads them from its file; what is not known yet is left out. */
export function githubOutputs(
  variables: readonly Variable[],
  delimiter: () => string = newDelimiter,
): string {
  return variables
    .flatMap(([name, value]) => (value === null ? [] : [outputOf(name.toLowerCase(), value, delimiter())]))
    .join('');
}

/** A value could end its own block early if it knew the delimiter, hence a new random one each time. */
function outputOf(name: string, value: string, delimiter: string): string {
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

const newDelimiter = (): string => `ghadelimiter_${randomBytes(16).toString('hex')}`;

/** The escapes that the runner undoes in the data of a workflow command. */
function escapeData(data: string): string {
  return data.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
