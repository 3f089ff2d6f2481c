import { secretProblem } from '../../answers/credentials.ts';
import { textsOfEnvironment } from '../../answers/environment-answers.ts';
import { parseAnswer } from '../../answers/parse-answer.ts';
import { questions } from '../../answers/questions.ts';
import { linesOfFix } from '../../checks/check.ts';
import type { Subject, SubjectFile } from '../../checks/subject.ts';
import type { Context } from '../../context/context.ts';
import { warn } from '../../terminal/log.ts';
import { problemOf } from '../../text/result.ts';
import { fixWithFile } from '../../verify/offline/fix-at-source.ts';
import { checkOffline } from '../../verify/offline/rules.ts';
import { setApart } from '../shared/tell-next.ts';

/** The texts of the form that no request contains, so that no check judges them. */
const unchecked = ['name', 'description'] as const;

/** Warns of the texts that no check judges: in a setup file or, without one, in variables. */
export async function warnOfTexts(subject: Subject, context: Pick<Context, 'stderr' | 'env'>): Promise<void> {
  const { file } = subject;
  if (file !== undefined) return warnOfFile(file, subject, context);
  const texts = textsOfEnvironment(context.env);
  for (const key of unchecked) {
    const text = texts[key];
    const problem = text && (problemOf(parseAnswer(key, text, 'variable')) ?? secretProblem(text, subject));
    if (problem) await warn(context.stderr, `${questions[key].variable} ${problem}`);
  }
}

/** The fix of a failing check corrects the texts of the file as well. */
async function warnOfFile(
  { name, textProblems = [] }: SubjectFile,
  subject: Subject,
  context: Pick<Context, 'stderr' | 'env'>,
): Promise<void> {
  if (textProblems.length === 0) return;
  const says = textProblems.map((problem) => problem.says).join(' ');
  const isFailing = checkOffline(subject).some(({ status }) => status === 'fail');
  const details = isFailing ? [] : linesOfFix(fixWithFile([], subject.file, [], true));
  await warn(context.stderr, `${name}: ${says}`, { details, keep: [name] });
  await setApart(context);
}
