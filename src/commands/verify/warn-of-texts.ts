import { linesOfFix } from '../../checks/check.ts';
import type { Subject } from '../../checks/subject.ts';
import type { Context } from '../../context/context.ts';
import { warn } from '../../terminal/log.ts';
import { fixWithFile } from '../../verify/offline/fix-at-source.ts';
import { checkOffline } from '../../verify/offline/rules.ts';
import { setApart } from '../shared/tell-next.ts';

/** Warns of the texts in a setup file that no check judges. The fix of a failing check corrects them as well. */
export async function warnOfTexts(subject: Subject, context: Pick<Context, 'stderr' | 'env'>): Promise<void> {
  const { name = '', textProblems = [] } = subject.file ?? {};
  if (textProblems.length === 0) return;
  const says = textProblems.map((problem) => problem.says).join(' ');
  const isFailing = checkOffline(subject).some(({ status }) => status === 'fail');
  const details = isFailing ? [] : linesOfFix(fixWithFile([], subject.file, [], true));
  await warn(context.stderr, `${name}: ${says}`, { details, keep: [name] });
  await setApart(context);
}
