import type { SetupOptions } from '../options.ts';
import { commandLine } from '../render/shell.ts';
import { type AnswerKey, type Answers, answerKeys, defaultAnswers, questions } from '../setup/answers.ts';
import { type DocumentedScope, scopes } from '../setup/scopes.ts';
import type { World } from '../world.ts';

/** How this program was called: `npx` puts it on no path, so that is how it has to be called again. */
export function programWords({ env }: World): string[] {
  return env.npm_command === 'exec' ? ['npx', 'zi-oauth-setup'] : ['zi-oauth-setup'];
}

/**
 * The command line that makes the same setup again from flags, or goes on from the answers so far. Never a secret:
 * of those only the files stand in it.
 */
export function repeatCommand(answers: Partial<Answers>, options: SetupOptions, world: World): string {
  const words = answerKeys.flatMap((key) => flagFor(key, answers));
  const paths = [
    ...pair('--from', options.from),
    ...pair('--client-secret-file', options.clientSecretFile),
    ...pair('--code-verifier-file', options.codeVerifierFile),
    ...pair('--agent-version', options.agentVersion),
    ...(options.challengeMethodRow ? ['--challenge-method-row'] : []),
    ...pair('--format', options.format),
    ...pair('--output', options.output),
    ...(options.force ? ['--force'] : []),
    ...(options.newPkce ? ['--new-pkce'] : []),
    ...(options.githubOutput ? ['--github-output'] : []),
    ...(options.yes ? ['--yes'] : []),
  ];
  return commandLine([...programWords(world), ...words, ...paths], world.platform);
}

/** The shortest command line once there is a file. */
export function fromFileCommand(path: string, world: World, further: readonly string[] = []): string {
  return commandLine([...programWords(world), '--from', path, ...further], world.platform);
}

function pair(option: string, value: string | undefined): string[] {
  return value === undefined ? [] : [option, value];
}

function flagFor(key: AnswerKey, answers: Partial<Answers>): string[] {
  const value = answers[key];
  const isDefault = value === (defaultAnswers as Partial<Answers>)[key];
  if (questions[key].secret || isDefault || !value) return [];
  return [questions[key].option, typeof value === 'string' ? value : value.map(shortScope).join(',')];
}

const shortScope = (scope: string): string => scopes[scope as DocumentedScope]?.short ?? scope;
