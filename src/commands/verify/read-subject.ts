import { textsOfEnvironment } from '../../answers/environment-answers.ts';
import { parseAnswer } from '../../answers/parse-answer.ts';
import { type AnswerKey, answerKeys, questions } from '../../answers/questions.ts';
import { type Origins, type Subject, subjectOfSetup } from '../../checks/subject.ts';
import { accessTo } from '../../checks/subject-file.ts';
import type { Context } from '../../context/context.ts';
import { Failure } from '../../errors.ts';
import { formTextProblems } from '../../setup-file/form-texts.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { textsOfSetup } from '../../setup-file/setup-texts.ts';
import type { Environment } from '../../terminal/environment.ts';
import { isStandardInput } from '../../terminal/standard-stream.ts';
import { commandAgain } from '../shared/command-again.ts';
import { optionInsteadOfFile } from '../shared/option-words.ts';
import { readSetupFile } from '../shared/read-setup-file.ts';
import { definition, type VerifyOptions } from './definition.ts';
import { clientIdOf, clientSecretOf, type SubjectContext } from './given-credentials.ts';
import { subjectOfValues } from './subject-of-values.ts';
import { valueOrigins } from './value-origins.ts';

/** What to check: the specified file, or else the values from flags and environment. @throws Failure */
export async function readSubject(options: VerifyOptions, context: SubjectContext): Promise<Subject> {
  const { file } = options;
  return file === undefined ? subjectOfValues(options, context) : subjectOfFile(file, options, context);
}

/** The values of a file; credentials that it lacks may come from a flag or the environment. @throws Failure */
async function subjectOfFile(
  path: string,
  options: VerifyOptions,
  context: SubjectContext,
): Promise<Subject> {
  const given = optionInsteadOfFile(definition.options, options);
  if (given !== undefined) throw fileHasIt(given);
  const { name, setup } = await readSetupFile(path, context, commandAgain(definition, options));
  if (setup.clientId && options.clientId !== undefined) throw fileHasIt(questions.clientId.option);
  if (setup.clientSecret && options.clientSecretFile !== undefined)
    throw fileHasIt(questions.clientSecret.option);
  const subject = {
    ...subjectOfSetup(setup, {
      name,
      textProblems: formTextProblems(setup),
      findOverridden: () => overriddenBy(context.env, setup),
      ...accessTo(path, context),
    }),
    ...(setup.clientId ? {} : { clientId: clientIdOf(options, context) ?? setup.clientId }),
    ...(setup.clientSecret ? {} : await secretFromElsewhere(path, setup, options, context)),
  };
  const isFromElsewhere = (key: 'clientId' | 'clientSecret') => subject[key] && !setup[key];
  const found = (['clientId', 'clientSecret'] as const).filter(isFromElsewhere);
  return {
    ...subject,
    origins: found.length > 0 ? originsOfCredentials(found, options, context) : undefined,
  };
}

/** The Client Secret for a file without one. */
async function secretFromElsewhere(
  path: string,
  { clientSecret }: Setup,
  options: VerifyOptions,
  context: SubjectContext,
): Promise<Pick<Subject, 'clientSecret' | 'foreignSecret'>> {
  return {
    clientSecret: (await clientSecretOf(options, context)) ?? clientSecret,
    foreignSecret: { urlsFrom: isStandardInput(path) ? 'standard input' : path },
  };
}

/** The origins of the credentials that a file lacks. */
function originsOfCredentials(
  keys: readonly (keyof Origins)[],
  options: VerifyOptions,
  { env }: Pick<Context, 'env'>,
): Origins {
  const origins = valueOrigins(options, env);
  return Object.fromEntries(keys.map((key) => [key, origins[key]]));
}

/** The values for which the environment has others. The pair is always the file's. */
function overriddenBy(env: Environment, setup: Setup): AnswerKey[] {
  const texts = textsOfEnvironment(env);
  const given = answerKeys.filter((key) => key !== 'codeVerifier' && texts[key]);
  if (given.length === 0) return [];
  const saved = textsOfSetup(setup);
  return given.filter((key) => {
    const [own, other] = [saved[key], texts[key]];
    return own && other && own !== other && meaningOf(key, own) !== meaningOf(key, other);
  });
}

/** A region or a list of scopes has several spellings. */
function meaningOf(key: AnswerKey, text: string): string {
  const parsed = parseAnswer(key, text);
  return parsed.ok ? JSON.stringify(parsed.value) : text;
}

const fileHasIt = (flag: string): Failure =>
  new Failure('usage', `${flag} can't be combined with a setup file that contains this value.`, [
    `To check the file, remove ${flag}. To check values without a file, omit the file.`,
  ]);
