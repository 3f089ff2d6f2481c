import {
  type AnswerKey,
  type Answers,
  answerKeys,
  defaultAnswers,
  questions,
  textsOfSetup,
} from '../../answers/questions.ts';
import type { Context } from '../../context/context.ts';
import { type DocumentedScope, scopes } from '../../facts/scopes.ts';
import type { SetupOptions } from '../../options.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { commandLine } from '../../terminal/shell.ts';

/** How this program was called: neither `npx` nor `npm start` puts it on the path. */
export function programWords({ env }: Context): string[] {
  if (env.npm_command === 'exec') return ['npx', 'zi-oauth-setup'];
  return env.npm_lifecycle_event === 'start' ? ['npm', 'start', '--'] : ['zi-oauth-setup'];
}

/**
 * The command line that makes the same setup again from flags, or goes on from the answers so far. Never a secret:
 * of those only the files stand in it.
 * @param base the setup that `--from` reads: what it says already is not repeated
 */
export function repeatCommand(
  answers: Partial<Answers>,
  options: SetupOptions,
  context: Context,
  base?: Setup,
): string {
  const implied = base === undefined ? defaultAnswers : textsOfSetup(base);
  const words = [
    ...answerKeys.flatMap((key) => flagFor(key, answers, implied)),
    ...pair('--from', options.from),
    ...pair('--client-secret-file', options.clientSecretFile),
    ...pair('--code-verifier-file', options.codeVerifierFile),
    ...pair('--agent-version', options.agentVersion),
    ...pair('--format', options.format),
    ...pair('--output', options.output),
    ...switches.filter(([, isOn]) => isOn(options)).map(([flag]) => flag),
  ];
  return commandLine([...programWords(context), ...words], context.shell);
}

const switches: readonly (readonly [flag: string, isOn: (options: SetupOptions) => boolean | undefined])[] = [
  ['--challenge-method-row', (options) => options.challengeMethodRow],
  ['--force', (options) => options.force],
  ['--new-pkce', (options) => options.newPkce],
  ['--github-output', (options) => options.githubOutput],
  ['--show-secrets', (options) => options.showSecrets],
  ['--no-open', (options) => options.open === false],
  ['--yes', (options) => options.yes],
];

/** The shortest command line once there is a file. */
export function fromFileCommand(path: string, context: Context, further: readonly string[] = []): string {
  return commandLine([...programWords(context), '--from', path, ...further], context.shell);
}

function pair(option: string, value: string | undefined): string[] {
  return value === undefined ? [] : [option, value];
}

function flagFor(
  key: AnswerKey,
  answers: Partial<Answers>,
  implied: Partial<Record<AnswerKey, unknown>>,
): string[] {
  const value = answers[key];
  if (questions[key].secret || !value) return [];
  const isImplied = implied[key] === (typeof value === 'string' ? value : value.join(' '));
  if (isImplied) return [];
  return [questions[key].option, typeof value === 'string' ? value : value.map(shortScope).join(',')];
}

const shortScope = (scope: string): string => scopes[scope as DocumentedScope]?.short ?? scope;
