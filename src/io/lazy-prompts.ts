import type { Prompts } from '../context/prompting.ts';
import type { TerminalStyle } from '../terminal/style.ts';
import { drawEarly } from './early-menu.ts';
import type { Frame } from './prompt-frame.ts';

/** Prompts at a terminal that are loaded when the first of them is called. If that is a menu, it is drawn before. */
export function lazyPrompts(
  stdin: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  style: TerminalStyle,
): Prompts {
  let loading: Promise<Prompts> | undefined;
  const load = async (drawn: Frame | undefined): Promise<Prompts> => {
    const { makePrompts } = await import('./prompts.ts');
    return makePrompts(stdin, output, style, drawn);
  };
  const prompts = (draw: () => Frame | undefined = () => undefined): Promise<Prompts> => {
    loading ??= load(draw());
    return loading;
  };
  return {
    select: async (menu) => (await prompts(() => drawEarly(menu, stdin, output, style))).select(menu),
    selectMany: async (menu) => (await prompts()).selectMany(menu),
    text: async (prompt) => (await prompts()).text(prompt),
    secret: async (prompt) => (await prompts()).secret(prompt),
    confirm: async (prompt) => (await prompts()).confirm(prompt),
    key: async (prompt) => (await prompts()).key(prompt),
    paste: async (prompt) => (await prompts()).paste(prompt),
  };
}
