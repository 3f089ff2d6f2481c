import { mayBeSecret } from '../../answers/credentials.ts';
import {
  type AnswerKey,
  type Answers,
  answerKeys,
  defaultAnswers,
  isSecret,
} from '../../answers/questions.ts';
import { scopes } from '../../facts/scopes.ts';
import type { CommandWords } from '../../message.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { textsOfSetup } from '../../setup-file/setup-texts.ts';
import { programName } from '../../terminal/program-words.ts';
import { lookup } from '../../text/lookup.ts';
import type { OptionDefinition } from '../shared/command-definition.ts';
import { attributeName, optionWords } from '../shared/option-words.ts';
import { definition, type SetupOptions } from './definition.ts';

/**
 * The command line that creates the same setup again from flags, or resumes with the answers so far. It never contains a
 * secret, only the paths of secret files.
 * @param base the setup that `--from` reads: its answers aren't repeated
 */
export function repeatCommand(
  answers: Partial<Answers>,
  options: Partial<SetupOptions>,
  base?: Setup,
): CommandWords {
  const { clientId: _, ...others } = options;
  const texts = answerTexts(isClientIdLeftOut(answers, options) ? withoutClientId(answers) : answers, base);
  const isAnswer = (option: OptionDefinition): boolean => Object.hasOwn(texts, attributeName(option));
  const words = [
    ...optionWords(definition.options.filter(isAnswer), texts),
    ...optionWords(
      definition.options.filter((option) => !isAnswer(option)),
      others,
    ),
  ];
  return { command: [programName, ...words] };
}

/** Omits a Client ID that may be the Client Secret, unless it was on this command line and there is no secret. */
export function isClientIdLeftOut(
  answers: Partial<Answers>,
  { clientId: given }: Partial<SetupOptions>,
): boolean {
  return mayBeSecret(answers) && (Boolean(answers.clientSecret) || given !== answers.clientId);
}

const withoutClientId = ({ clientId: _, ...others }: Partial<Answers>): Partial<Answers> => others;

/** The shortest command line once a file is saved. */
export function fromFileCommand(path: string, further: readonly string[] = []): CommandWords {
  return { command: [programName, '--from', path, ...further] };
}

/** The answers as values of their flags; undefined for those that need no flag. */
function answerTexts(
  answers: Partial<Answers>,
  base: Setup | undefined,
): Partial<Record<AnswerKey, string | undefined>> {
  const implied: Partial<Record<AnswerKey, unknown>> =
    base === undefined ? defaultAnswers : textsOfSetup(base);
  const texts = answerKeys
    .filter((key) => !isSecret(key))
    .map((key) => {
      const value = answers[key];
      const text = typeof value === 'object' ? value?.join(' ') : value;
      const isCleared = text === '' && implied[key] !== undefined && implied[key] !== '';
      return [key, isCleared || (text && text !== implied[key]) ? flagText(value) : undefined] as const;
    });
  return Object.fromEntries(texts);
}

const flagText = (value: Answers[AnswerKey] | undefined): string | undefined =>
  typeof value === 'object' ? value?.map(shortScope).join(',') : value;

const shortScope = (scope: string): string => lookup(scopes, scope)?.short ?? scope;
