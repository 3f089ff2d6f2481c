import { textsOfEnvironment } from '../../answers/environment-answers.ts';
import { questions } from '../../answers/questions.ts';
import type { Context } from '../../context/context.ts';
import type { Sources } from '../shared/input.ts';
import { readSecret } from '../shared/read-secret.ts';
import type { VerifyOptions } from './definition.ts';

/** Sources of values other than the command line. */
export type SubjectContext = Sources & Pick<Context, 'env'>;

/** The Client ID from an option or the environment. */
export function clientIdOf({ clientId }: VerifyOptions, { env }: Pick<Context, 'env'>): string | undefined {
  return clientId ?? textsOfEnvironment(env).clientId;
}

/** The Client Secret from its file or the environment. @throws Failure */
export async function clientSecretOf(
  { clientSecretFile }: VerifyOptions,
  context: SubjectContext,
): Promise<string | undefined> {
  return (
    (await secretOf('clientSecret', clientSecretFile, context)) ??
    textsOfEnvironment(context.env).clientSecret
  );
}

/** A secret from the file that an option specifies. @throws Failure */
export async function secretOf(
  key: 'clientSecret' | 'codeVerifier',
  path: string | undefined,
  sources: Sources,
): Promise<string | undefined> {
  return path === undefined ? undefined : readSecret(questions[key].option, path, sources);
}
