import { secretProblem } from '../answers/credentials.ts';
import { parseAnswer } from '../answers/parse-answer.ts';
import { defaultAnswers } from '../answers/questions.ts';
import { connector, labels } from '../facts/labels.ts';
import { keysOf } from '../text/lookup.ts';
import { problemOf } from '../text/result.ts';
import type { Setup } from './schema.ts';
import { textsOfSetup } from './setup-texts.ts';

/** What is wrong with a text of the form that no request contains, as a sentence. */
export interface FormTextProblem {
  readonly key: 'connector' | 'name' | 'description';
  readonly says: string;
}

/** Judges the texts of a saved setup that no check judges, since no sign-in depends on them. The defaults need no parser. */
export function formTextProblems(setup: Setup): FormTextProblem[] {
  const problemOfText = (key: 'name' | 'description'): string | undefined => {
    if (setup[key] === defaultAnswers[key]) return undefined;
    const { [key]: text = '', ...others } = textsOfSetup(setup);
    return problemOf(parseAnswer(key, text, 'saved')) ?? secretProblem(text, others);
  };
  const problems = {
    connector: setup.connector === connector ? undefined : `must be ${connector}.`,
    name: problemOfText('name'),
    description: problemOfText('description'),
  };
  return keysOf(problems).flatMap((key) =>
    problems[key] === undefined ? [] : [{ key, says: `The ${labels[key]} ${problems[key]}` }],
  );
}
