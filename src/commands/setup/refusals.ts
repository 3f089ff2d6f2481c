import { parseAgentVersion } from '../../answers/agent-version.ts';
import { type Answers, missingAnswers, questions } from '../../answers/questions.ts';
import { Failure } from '../../errors.ts';
import { isShowable, refuseTwoReaders } from '../shared/input.ts';
import type { SetupOptions } from './definition.ts';
import { repeatCommand } from './repeat-command.ts';

/** Options that do not go together, or not with the agent. @throws Failure (usage) */
export function refuseContradictions(options: SetupOptions): void {
  refuseTwoReaders({
    '--from': options.from,
    '--client-secret-file': options.clientSecretFile,
    '--code-verifier-file': options.codeVerifierFile,
  });
  if (options.newPkce && !options.force && options.from === undefined) {
    throw new Failure(
      'usage',
      '--new-pkce goes with --force, to discard the pair in the existing file, or with --from, for a new pair.',
    );
  }
  const agent = options.agentVersion === undefined ? undefined : parseAgentVersion(options.agentVersion);
  if (agent?.ok === false) throw new Failure('usage', `--agent-version ${agent.problem}`);
}

/** Answers without which there is no setup, where nobody can be prompted for them. @throws Failure (usage) */
export function refuseMissing(draft: Partial<Answers>, options: SetupOptions): void {
  const missing = missingAnswers(draft);
  if (missing.length === 0) return;
  const names = missing.map(
    (key) => `${questions[key].label} (${questions[key].option} or ${questions[key].variable})`,
  );
  const example = { region: 'NA', scopes: ['api:data:company', 'api:data:contact'], ...draft } as const;
  throw new Failure('usage', `${names.join(' and ')} missing, and prompts are not available here.`, [
    'For example:',
    repeatCommand(example, { ...withShowablePaths(options), yes: true }),
  ]);
}

/** What is perhaps a secret instead of the path of its file is not repeated. */
function withShowablePaths(options: SetupOptions): SetupOptions {
  const unshown = (['clientSecretFile', 'codeVerifierFile'] as const).filter(
    (key) => options[key] !== undefined && !isShowable(options[key]),
  );
  return { ...options, ...Object.fromEntries(unshown.map((key) => [key, 'FILE'])) };
}
