import { questions } from '../../answers/questions.ts';
import type { Subject } from '../../checks/subject.ts';
import { allOf } from '../../text/word-list.ts';
import type { VerifyOptions } from './definition.ts';

/** The options that this run accepts but has no use for, a sentence for each reason. */
export function idleOptions(options: VerifyOptions): string[] {
  const { online, login } = options;
  return [
    ...(online || login ? [] : unused('--online or --login', ofRequests(options))),
    ...(login ? [] : unused('--login', { '--no-refresh': !options.refresh })),
  ];
}

/** The variables that this run doesn't use, because the file has values of its own that differ from theirs. */
export function idleVariables({ file }: Pick<Subject, 'file'>): string[] {
  const names = (file?.findOverridden?.() ?? []).map((key) => questions[key].variable);
  if (names.length === 0) return [];
  return [
    names.length === 1
      ? `${names[0]} has no effect, because ${file?.name} contains another value.`
      : `${allOf(names)} have no effect, because ${file?.name} contains other values.`,
  ];
}

const ofRequests = ({ clientAuth, timeout, explain }: VerifyOptions): Readonly<Record<string, boolean>> => ({
  '--client-auth': clientAuth !== 'basic',
  '--timeout': timeout !== undefined,
  '--explain': explain === true,
});

function unused(needed: string, isGiven: Readonly<Record<string, boolean>>): string[] {
  const given = Object.keys(isGiven).filter((option) => isGiven[option]);
  if (given.length === 0) return [];
  return [`${allOf(given)} ${given.length === 1 ? 'has' : 'have'} no effect without ${needed}.`];
}
