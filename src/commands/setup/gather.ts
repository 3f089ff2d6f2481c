import {
  credentialMixUp,
  mixUps,
  pairProblem,
  secretFormProblem,
  secretProblem,
} from '../../answers/credentials.ts';
import { textsOfEnvironment } from '../../answers/environment-answers.ts';
import { misplacedWarning } from '../../answers/misplaced-endpoints.ts';
import { type AnswerOrigin, parseAnswer } from '../../answers/parse-answer.ts';
import { type AnswerKey, type Answers, answerKeys, questions } from '../../answers/questions.ts';
import type { Context } from '../../context/context.ts';
import { Failure, type FailureKind } from '../../errors.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { textsOfSetup } from '../../setup-file/setup-texts.ts';
import { type Sources, sourceName } from '../shared/input.ts';
import { readSecret, secretSource } from '../shared/read-secret.ts';
import type { SetupOptions } from './definition.ts';

/** A text and where it comes from, so that a problem can be reported there. */
interface Source {
  readonly text: string;
  readonly origin: string;
  readonly kind: FailureKind;
  readonly from: AnswerOrigin;
}

type Texts = { [Key in AnswerKey]?: Source | undefined };

/** What the user provided before any prompt. */
export interface Given {
  readonly answers: Partial<Answers>;
  /** Where each answer comes from, at the beginning of a message. */
  readonly origins: Partial<Record<AnswerKey, string>>;
  readonly warnings: readonly string[];
}

/**
 * All answers except those in secret files, which are read last: missing answers must be reported before anything waits.
 * A flag beats the environment, the environment beats the file. @throws Failure for the first invalid text
 */
export function gatherAnswers(
  options: SetupOptions,
  base: Setup | undefined,
  context: Pick<Context, 'env'>,
): Given {
  const { clientSecretFile, codeVerifierFile } = options;
  const skipped: readonly AnswerKey[] = [
    ...(clientSecretFile === undefined ? [] : (['clientSecret'] as const)),
    ...(codeVerifierFile === undefined ? [] : (['codeVerifier'] as const)),
  ];
  const sources: Texts = {
    ...fileSources(options.from, base),
    ...environmentSources(context),
    ...flagSources(options),
    ...(base === undefined ? {} : { codeVerifier: savedVerifier(options, base) }),
  };
  return parseSources(sources, skipped);
}

/** The answers of `--client-secret-file` and `--code-verifier-file`. @throws Failure */
export async function gatherSecrets(options: SetupOptions, sources: Sources): Promise<Given> {
  const paths = { clientSecret: options.clientSecretFile, codeVerifier: options.codeVerifierFile };
  const texts: Texts = {};
  for (const key of ['clientSecret', 'codeVerifier'] as const) {
    const path = paths[key];
    if (path === undefined) continue;
    const { option } = questions[key];
    texts[key] = {
      text: await readSecret(option, path, sources),
      origin: secretSource(option, path),
      kind: 'content',
      from: 'given',
    };
  }
  return parseSources(texts);
}

/**
 * Warns of credentials that can't be right, although each is valid by itself.
 * @throws Failure if they certainly can't: (content) if they are from the saved setup, else (usage)
 */
export function mixUpWarnings(given: Omit<Given, 'warnings'>, base: Setup | undefined): string[] {
  const { answers, origins } = given;
  const { clientId, clientSecret, codeVerifier } = answers;
  const mixUp = credentialMixUp(clientId, clientSecret);
  const sources = `They are from ${origins.clientId} and ${origins.clientSecret}.`;
  refuseIdAsSecret(given, base);
  if (mixUp === 'equal') {
    const isSaved = clientId === base?.clientId && clientSecret === base?.clientSecret;
    throw new Failure(isSaved ? 'content' : 'usage', mixUps.equal, [
      `${sources} Copy each from its own field.`,
    ]);
  }
  const pair = { codeVerifier, codeChallenge: base?.pkce.codeChallenge };
  const ofPair = (['clientId', 'clientSecret'] as const).flatMap((key) =>
    warningOf(origins[key], pairProblem(answers[key] ?? '', pair)),
  );
  const found = [...ofPair, ...exposureWarnings({ answers, origins })];
  return mixUp === undefined ? found : [`${mixUps[mixUp]} ${sources}`, ...found];
}

/** Rejects the Client ID of another application in place of the Client Secret. */
function refuseIdAsSecret(
  { answers: { clientId, clientSecret }, origins }: Omit<Given, 'warnings'>,
  base: Setup | undefined,
): void {
  const problem = secretFormProblem(clientSecret, clientId);
  if (problem === undefined) return;
  const isSaved = clientSecret === base?.clientSecret;
  throw new Failure(isSaved ? 'content' : 'usage', `${origins.clientSecret} ${problem}`);
}

/** Warns of secrets in texts that anyone may see. */
const exposureWarnings = ({ answers, origins }: Omit<Given, 'warnings'>): string[] =>
  (['name', 'description'] as const).flatMap((key) =>
    warningOf(origins[key], secretProblem(answers[key] ?? '', answers)),
  );

const warningOf = (origin: string | undefined, problem: string | undefined): string[] =>
  problem === undefined ? [] : [`${origin} ${problem}`];

function parseSources(sources: Texts, skipped: readonly AnswerKey[] = []): Given {
  const answers: Partial<Record<AnswerKey, unknown>> = {};
  const origins: Given['origins'] = {};
  const found: AnswerWarning[] = [];
  for (const key of answerKeys) {
    const source = sources[key];
    if (source === undefined || skipped.includes(key)) continue;
    const parsed = parseAnswer(key, source.text, source.from);
    if (!parsed.ok) throw new Failure(source.kind, `${source.origin} ${parsed.problem}`);
    answers[key] = parsed.value;
    origins[key] = source.origin;
    found.push(...parsed.warnings.map((text) => ({ key, text })));
  }
  const warnings = withMisplaced(found, answers as Partial<Answers>).map(
    ({ key, text }) => `${origins[key]}: ${text}`,
  );
  return { answers: answers as Partial<Answers>, origins, warnings };
}

interface AnswerWarning {
  readonly key: AnswerKey;
  readonly text: string;
}

/** Of a URL in the place of the other one, nothing else needs to be said. */
function withMisplaced(warnings: readonly AnswerWarning[], answers: Partial<Answers>): AnswerWarning[] {
  const misplaced = misplacedWarning(answers);
  if (misplaced === undefined) return [...warnings];
  const { keys, text } = misplaced;
  const others = warnings.filter(({ key }) => !keys.some((each) => each === key));
  return [...others, { key: keys[0], text }];
}

function fileSources(path: string | undefined, base: Setup | undefined): Texts {
  if (base === undefined || path === undefined) return {};
  const origin = (key: AnswerKey): string => `${sourceName(path)}: ${questions[key].label}`;
  return toSources(textsOfSetup(base), origin, 'content', 'saved');
}

/** The pair comes from the file, regardless of the environment, unless a new one is requested. */
function savedVerifier({ from, newPkce }: SetupOptions, base: Setup): Source | undefined {
  return newPkce ? undefined : fileSources(from, base).codeVerifier;
}

function environmentSources({ env }: Pick<Context, 'env'>): Texts {
  return toSources(textsOfEnvironment(env), (key) => questions[key].variable, 'usage', 'variable');
}

function flagSources(options: SetupOptions): Texts {
  const { region, scopes, name, description, clientId, authenticationUrl, accessTokenUrl } = options;
  const texts = { region, scopes, name, description, clientId, authenticationUrl, accessTokenUrl };
  return toSources(texts, (key) => questions[key].option, 'usage');
}

function toSources(
  texts: { readonly [Key in AnswerKey]?: string | undefined },
  origin: (key: AnswerKey) => string,
  kind: FailureKind,
  from: AnswerOrigin = 'given',
): Texts {
  const sources: Texts = {};
  for (const key of answerKeys) {
    const text = texts[key];
    if (text !== undefined) sources[key] = { text, origin: origin(key), kind, from };
  }
  return sources;
}
