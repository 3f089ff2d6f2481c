import { expect, test } from 'vitest';
import type { Prompts } from '../../src/context/prompting.ts';
import { screenedPrompts } from '../../src/io/screened-prompts.ts';
import { refused } from '../../src/text/result.ts';

const evil = 'x\x1b[2J\x07\n\u202e\x9b31m';
const controls = /[\x00-\x1f\x7f-\x9f\u202a-\u202e]/;

/** Every text that a prompt would draw, and its answer. */
function drawnBy(): { drawn: string[]; prompts: Prompts } {
  const drawn: string[] = [];
  const draw = (prompt: object): void => {
    const {
      message,
      doneMessage,
      choices = [],
      initial,
      validate,
    } = prompt as Record<string, unknown> & { message: string };
    drawn.push(message, ...(typeof doneMessage === 'string' ? [doneMessage] : []));
    drawn.push(...(typeof initial === 'string' ? [initial] : []));
    for (const choice of choices as { name: string; short?: string; description?: string }[])
      drawn.push(choice.name, choice.short ?? '', choice.description ?? '');
    const verdict = typeof validate === 'function' ? validate('') : undefined;
    if (verdict?.ok === false) drawn.push(verdict.problem);
  };
  const answer = async (prompt: object): Promise<never> => {
    draw(prompt);
    const { choices } = prompt as { choices?: { value: unknown }[] };
    return choices?.[0]?.value as never;
  };
  const prompts = {
    select: answer,
    selectMany: answer,
    text: answer,
    secret: answer,
    confirm: answer,
    key: answer,
    paste: answer,
  };
  return { drawn, prompts };
}

test("nothing that a prompt draws controls the terminal, and values don't change", async () => {
  const { drawn, prompts } = drawnBy();
  const safe = screenedPrompts(prompts);
  const validate = () => refused(evil);
  const choices = [{ value: evil, name: evil, short: evil, description: evil }];
  expect(await safe.select({ message: evil, doneMessage: evil, choices })).toBe(evil);
  await safe.selectMany({ message: evil, choices, initial: [evil], validate });
  await safe.text({ message: evil, initial: evil, validate });
  await safe.secret({ message: evil, validate });
  await safe.confirm({ message: evil, initial: true });
  await safe.key({ message: evil, choices: [{ value: 1, key: 'enter', name: 'copy' }] });
  await safe.paste({ message: evil, seconds: 1 });
  expect(drawn).toHaveLength(21);
  expect(drawn.filter((text) => controls.test(text))).toEqual([]);
});
