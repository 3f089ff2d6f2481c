import { type Environment, environmentValue } from '../terminal/environment.ts';
import { type AnswerKey, answerKeys, questions } from './questions.ts';

/** The one place where answers come out of the environment. A variable holds a value, also where its flag takes a path. */
export function textsOfEnvironment(env: Environment): Partial<Record<AnswerKey, string>> {
  const texts = answerKeys.map((key) => [key, environmentValue(env, questions[key].variable)] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== undefined));
}
