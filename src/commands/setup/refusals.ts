import { parseAgentVersion } from '../../answers/agent-version.ts';
import { type Answers, missingAnswers, questions } from '../../answers/questions.ts';
import { Failure } from '../../errors.ts';
import { refuseTwoReaders } from '../shared/input.ts';
import { isShowable } from '../shared/read-secret.ts';
import type { SetupOptions } from './definition.ts';
import { repeatCommand } from './repeat-command.ts';

/** Rejects options that exclude each other, and an agent that is too old. @throws Failure (usage) */
export function refuseContradictions(options: SetupOptions): void {
  refuseTwoReaders({
    '--from': options.from,
    '--client-secret-file': options.clientSecretFile,
    '--code-verifier-file': options.codeVerifierFile,
  });
  if (options.newPkce && !options.force && options.from === undefined) {
    throw new Failure(
      'usage',
      '--new-pkce requires --force, to discard the pair in the existing file, or --from, to generate a new pair.',
    );
  }
  const agent = options.agentVersion === undefined ? undefined : parseAgentVersion(options.agentVersion);
  if (agent?.ok === false) throw new Failure('usage', `--agent-version ${agent.problem}`);
}

/**
 * Rejects a run without the required answers if there are no prompts.
 * @param why there are none, to complete the sentence "There are no prompts, because …"
 * @throws Failure (usage) with everything that is missing, and a command line that works
 */
export function refuseMissing(draft: Partial<Answers>, options: SetupOptions, why: string): void {
  const missing = missingAnswers(draft);
  if (missing.length === 0) return;
  const names = missing.map(
    (key) => `${questions[key].label} (${questions[key].option} or ${questions[key].variable})`,
  );
  const example = { region: 'NA', scopes: ['api:data:company', 'api:data:contact'], ...draft } as const;
  const verb = missing.length === 1 && missing[0] === 'region' ? 'is' : 'are';
  throw new Failure(
    'usage',
    `${names.join(' and ')} ${verb} missing. There are no prompts, because ${why}.`,
    ['For example:', repeatCommand(example, { ...withShowablePaths(options), yes: true })],
  );
}

/** A text that may be a secret instead of the path of its file isn't repeated. */
function withShowablePaths(options: SetupOptions): SetupOptions {
  const unshown = (['clientSecretFile', 'codeVerifierFile'] as const).filter(
    (key) => options[key] !== undefined && !isShowable(options[key]),
  );
  return { ...options, ...Object.fromEntries(unshown.map((key) => [key, 'FILE'])) };
}
