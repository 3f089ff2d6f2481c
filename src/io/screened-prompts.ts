import type { Choice, Prompts, Validate } from '../context/prompting.ts';
import { refused } from '../text/result.ts';
import { printable, printableValue } from '../text/sanitize.ts';

/**
 * Prompts write to the terminal directly, not through the stream that screens messages, so their texts are screened here.
 * A preset is typed for the user: a control character in it would act as a key.
 */
export function screenedPrompts(prompts: Prompts): Prompts {
  return {
    select: (prompt) =>
      prompts.select({ ...prompt, ...messageOf(prompt), choices: prompt.choices.map(shown) }),
    selectMany: (prompt) =>
      prompts.selectMany({
        ...prompt,
        ...messageOf(prompt),
        choices: prompt.choices.map(shown),
        validate: explained(prompt.validate),
      }),
    text: (prompt) =>
      prompts.text({
        ...prompt,
        ...messageOf(prompt),
        initial: prompt.initial === undefined ? undefined : printableValue(prompt.initial),
        validate: explained(prompt.validate),
      }),
    secret: (prompt) =>
      prompts.secret({ ...prompt, ...messageOf(prompt), validate: explained(prompt.validate) }),
    key: (prompt) => prompts.key({ ...prompt, ...messageOf(prompt) }),
    confirm: (prompt) => prompts.confirm({ ...prompt, ...messageOf(prompt) }),
    paste: (prompt) => prompts.paste({ ...prompt, ...messageOf(prompt) }),
  };
}

const messageOf = ({
  message,
  doneMessage,
}: {
  readonly message: string;
  readonly doneMessage?: string;
}) => ({
  message: printable(message),
  ...(doneMessage === undefined ? {} : { doneMessage: printable(doneMessage) }),
});

/** The choice with a screened name; its value is unchanged. */
const shown = <T>(choice: Choice<T>): Choice<T> => ({
  ...choice,
  name: printable(choice.name),
  ...(choice.short === undefined ? {} : { short: printable(choice.short) }),
  ...(choice.description === undefined ? {} : { description: printable(choice.description) }),
});

const explained =
  <T>(validate: Validate<T>): Validate<T> =>
  (answer) => {
    const verdict = validate(answer);
    return verdict.ok ? verdict : refused(printable(verdict.problem));
  };
