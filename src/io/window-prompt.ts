import { type Theme, useEffect, useState } from '@inquirer/core';

/** The part of a question that this file changes. */
interface Drawn {
  readonly theme: { readonly style: Pick<Theme['style'], 'message'> };
}

/** A prompt of inquirer's, or a similar one. */
export type WindowPrompt = (question: Drawn, context: object) => Promise<unknown>;

/**
 * A prompt that is drawn again when the window is resized.
 * @param pageSize the lines of choices that fit in the window, read each time that the prompt is drawn
 */
export function inWindow(
  prompt: WindowPrompt,
  output: NodeJS.WriteStream,
  pageSize?: () => number,
): WindowPrompt {
  return (question, context) => {
    const { theme } = question;
    // Every prompt draws its message once, so that a hook can be used there.
    const message: Theme['style']['message'] = (...shown) => {
      useResize(output);
      return theme.style.message(...shown);
    };
    const drawn = { ...question, theme: { ...theme, style: { ...theme.style, message } } };
    return prompt(Object.defineProperty(drawn, 'pageSize', { get: () => pageSize?.() }), context);
  };
}

/** Draws the prompt again on each resize, as an inquirer hook. */
function useResize(output: NodeJS.WriteStream): void {
  const [, setCount] = useState(0);
  useEffect(() => {
    const onResize = (): void => setCount((count) => count + 1);
    output.on('resize', onResize);
    return () => output.off('resize', onResize);
  }, []);
}
