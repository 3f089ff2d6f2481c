import { type AnswerKey, answerKeys, questions } from './questions.ts';

/** The value of a variable; an empty one counts as unset. */
export function environmentValue(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
): string | undefined {
  return env[name] || undefined;
}

/** The one place where answers come out of the environment. A variable holds a value, also where its flag takes a path. */
export function textsOfEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Partial<Record<AnswerKey, string>> {
  const texts = answerKeys.map((key) => [key, environmentValue(env, questions[key].variable)] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== undefined));
}

/** CI systems set CI; `0` and `false` take it back. */
export function isContinuousIntegration(env: Readonly<Record<string, string | undefined>>): boolean {
  const value = environmentValue(env, 'CI');
  return value !== undefined && !/^(?:0|false)$/i.test(value);
}

/** The user sits at another machine, so a browser or a window here would open where nobody looks. */
export function isOverSsh(env: Readonly<Record<string, string | undefined>>): boolean {
  return ['SSH_CONNECTION', 'SSH_TTY', 'SSH_CLIENT'].some(
    (name) => environmentValue(env, name) !== undefined,
  );
}
