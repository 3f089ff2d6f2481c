import { textsOfEnvironment } from '../../answers/environment-answers.ts';
import { scopesOfWord } from '../../answers/known-words.ts';
import type { Subject } from '../../checks/subject.ts';
import type { Context } from '../../context/context.ts';
import { Failure } from '../../errors.ts';
import { environmentValue } from '../../terminal/environment.ts';
import { programName } from '../../terminal/program-words.ts';
import { listItems } from '../../text/list-items.ts';
import type { VerifyOptions } from './definition.ts';
import { clientIdOf, clientSecretOf, type SubjectContext, secretOf } from './given-credentials.ts';
import { valueOfVariable, valueOrigins } from './value-origins.ts';

/** The values that were provided one by one, exactly as typed. @throws Failure (usage) if there are none */
export async function subjectOfValues(options: VerifyOptions, context: SubjectContext): Promise<Subject> {
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
    refreshTokenUrl: valueOfVariable('refreshTokenUrl', context.env),
    codeVerifier: (await secretOf('codeVerifier', options.codeVerifierFile, context)) ?? texts.codeVerifier,
    codeChallenge: options.codeChallenge ?? environmentValue(context.env, 'ZI_OAUTH_CODE_CHALLENGE'),
    codeChallengeMethod: valueOfVariable('codeChallengeMethod', context.env),
  };
  if (Object.values(subject).every((value) => value === undefined)) throw nothingGiven();
  const { challengeMethodRow } = options;
  return {
    ...subject,
    origins: valueOrigins(options, context.env),
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
    valueOfVariable('refreshTokenUrl', env),
  ];
  return clientSecretFile !== undefined && urls.some((url) => url !== undefined);
}

const nothingGiven = (): Failure =>
  new Failure('usage', 'Nothing to verify. Specify a setup file (- for standard input), or provide values.', [
    'For example:',
    { command: [programName, 'verify', 'zoominfo.json'] },
  ]);

/** Expands short names; keeps everything else exactly as typed, to be checked. */
function scopesOfText(text: string): string[] {
  return [...new Set(listItems(text).flatMap((word) => scopesOfWord(word) ?? [word]))];
}
