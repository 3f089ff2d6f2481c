import { textsOfEnvironment } from '../../answers/environment-answers.ts';
import { parseAnswer } from '../../answers/parse-answer.ts';
import { questions } from '../../answers/questions.ts';
import { scopesOfWord } from '../../answers/scope-list.ts';
import { type ConsoleText, type Subject, type SubjectFile, subjectOfSetup } from '../../checks/subject.ts';
import type { Context } from '../../context/context.ts';
import { Failure } from '../../errors.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { textsOfSetup } from '../../setup-file/setup-texts.ts';
import { environmentValue } from '../../terminal/environment.ts';
import { programName } from '../../terminal/program-words.ts';
import { isStandardInput } from '../../terminal/standard-stream.ts';
import { listItems } from '../../text/list-items.ts';
import { commandAgain } from '../shared/command-again.ts';
import type { Sources } from '../shared/input.ts';
import { optionInsteadOfFile } from '../shared/option-words.ts';
import { readSecret } from '../shared/read-secret.ts';
import { readSetupFile } from '../shared/read-setup-file.ts';
import { definition, type VerifyOptions } from './definition.ts';

/** Sources of values other than the command line. */
type SubjectContext = Sources & Pick<Context, 'env'>;

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
  return {
    ...subjectOfSetup(setup, { name, refusedTexts: refusedTexts(setup), ...accessTo(path, context) }),
    clientId: setup.clientId || (clientIdOf(options, context) ?? setup.clientId),
    clientSecret: setup.clientSecret || ((await clientSecretOf(options, context)) ?? setup.clientSecret),
    ...(setup.clientSecret
      ? {}
      : { foreignSecret: { urlsFrom: isStandardInput(path) ? 'standard input' : path } }),
  };
}

function refusedTexts(setup: Setup): ConsoleText[] {
  const texts = textsOfSetup(setup);
  return (['name', 'description'] as const).filter((key) => {
    const text = texts[key];
    return text !== undefined && !parseAnswer(key, text, 'saved').ok;
  });
}

/** Where the file is and who can read it. Standard input also has permissions, but they can't be changed. */
function accessTo(
  path: string,
  { files }: Pick<Context, 'files'>,
): Omit<SubjectFile, 'name' | 'refusedTexts'> {
  if (isStandardInput(path)) return {};
  return { path, readableByOthers: files.isReadableByOthers(path), otherOwner: files.otherOwner(path) };
}

const fileHasIt = (flag: string): Failure =>
  new Failure('usage', `${flag} can't be combined with a setup file that contains this value.`, [
    `To check the file, remove ${flag}. To check values without a file, remove the file.`,
  ]);

/** The values that were provided one by one, exactly as typed. @throws Failure (usage) if there are none */
async function subjectOfValues(options: VerifyOptions, context: SubjectContext): Promise<Subject> {
  const texts = textsOfEnvironment(context.env);
  const scopes = options.scopes ?? texts.scopes;
  const accessTokenUrl = options.accessTokenUrl ?? texts.accessTokenUrl;
  const subject: Subject = {
    region: options.region ?? texts.region,
    redirectUri: options.redirectUri ?? environmentValue(context.env, 'ZI_OAUTH_REDIRECT_URI'),
    scopes: scopes === undefined ? undefined : scopesOfText(scopes),
    clientId: clientIdOf(options, context),
    clientSecret: await clientSecretOf(options, context),
    authenticationUrl: options.authenticationUrl ?? texts.authenticationUrl,
    accessTokenUrl,
    refreshTokenUrl: environmentValue(context.env, 'ZI_OAUTH_REFRESH_TOKEN_URL'),
    codeVerifier: (await secretOf('codeVerifier', options.codeVerifierFile, context)) ?? texts.codeVerifier,
    codeChallenge: options.codeChallenge ?? environmentValue(context.env, 'ZI_OAUTH_CODE_CHALLENGE'),
  };
  if (Object.values(subject).every((value) => value === undefined)) throw nothingGiven();
  const { challengeMethodRow } = options;
  return {
    ...subject,
    ...(challengeMethodRow ? { codeChallengeMethod: 'S256' } : {}),
    ...(isUrlFromElsewhere(options, texts, context)
      ? { foreignSecret: { urlsFrom: 'the environment' } }
      : {}),
  };
}

/**
 * A URL on the command line was typed by the user. One in the environment may come from a file by another author, so the
 * secret must come from the environment, too.
 */
function isUrlFromElsewhere(
  { accessTokenUrl, clientSecretFile }: VerifyOptions,
  texts: ReturnType<typeof textsOfEnvironment>,
  { env }: Pick<Context, 'env'>,
): boolean {
  const urls = [
    accessTokenUrl === undefined ? texts.accessTokenUrl : undefined,
    environmentValue(env, 'ZI_OAUTH_REFRESH_TOKEN_URL'),
  ];
  return clientSecretFile !== undefined && urls.some((url) => url !== undefined);
}

const nothingGiven = (): Failure =>
  new Failure('usage', 'Nothing to verify. Specify a setup file, or provide values.', [
    'For example:',
    { command: [programName, 'verify', 'zoominfo.json'] },
  ]);

/** Expands short names; keeps everything else exactly as typed, to be checked. */
function scopesOfText(text: string): string[] {
  return [...new Set(listItems(text).flatMap((word) => scopesOfWord(word) ?? [word]))];
}

function clientIdOf({ clientId }: VerifyOptions, { env }: Pick<Context, 'env'>): string | undefined {
  return clientId ?? textsOfEnvironment(env).clientId;
}

async function clientSecretOf(
  { clientSecretFile }: VerifyOptions,
  context: SubjectContext,
): Promise<string | undefined> {
  return (
    (await secretOf('clientSecret', clientSecretFile, context)) ??
    textsOfEnvironment(context.env).clientSecret
  );
}

async function secretOf(
  key: 'clientSecret' | 'codeVerifier',
  path: string | undefined,
  sources: Sources,
): Promise<string | undefined> {
  return path === undefined ? undefined : readSecret(questions[key].option, path, sources);
}
