import { type Environment, environmentValue } from '../terminal/environment.ts';
import { type AnswerKey, answerKeys, questions } from './questions.ts';

/** Reads the answers from the environment. A variable contains the value itself, even if its flag takes a path. */
export function textsOfEnvironment(env: Environment): Partial<Record<AnswerKey, string>> {
  const texts = answerKeys.map((key) => [key, environmentValue(env, questions[key].variable)] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== undefined));
}
