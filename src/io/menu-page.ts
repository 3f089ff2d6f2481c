import type { Choice } from '../context/prompting.ts';
import { widthOf, wrapped } from '../terminal/wrap.ts';
import { heightOf, type WindowSize } from './prompt-frame.ts';
import { indent } from './prompt-theme.ts';

/** What the keys of each kind of menu do, after Up and Down. */
const otherKeys = {
  select: 'Enter select',
  checkbox: 'Space select, a select all, i invert, Enter continue',
};

export type MenuType = keyof typeof otherKeys;

/** How much of a menu is shown at a time, which depends on the current size of the window. */
export interface MenuPage {
  /** Lines of choices. */
  readonly size: () => number;
  /** Whether the window has room for the whole menu. */
  readonly fits: () => boolean;
  /** What the keys do, and whether more choices exist than are shown. */
  readonly help: () => string;
}

/** The page of a menu: the lines that the window has room for besides its message, a description, and the help. */
export function pageOf(
  type: MenuType,
  message: string,
  choices: readonly Pick<Choice<unknown>, 'name' | 'description'>[],
  window: () => WindowSize,
): MenuPage {
  const helpIf = (hasMore: boolean): string =>
    `Up/Down ${hasMore ? 'show more choices' : 'navigate'}, ${otherKeys[type]}`;
  const room = (): number => {
    const { columns, rows } = window();
    const linesOf = (text: string): number => {
      if (widthOf(text) < columns) return text === '' ? 0 : 1;
      return heightOf(wrapped(text, columns - 1), columns);
    };
    const descriptions = choices.map(({ description = '' }) => linesOf(description));
    const asked = heightOf(wrapped(message, columns - 1, '', { hang: indent.length }), columns);
    const others = asked + 1 + Math.max(...descriptions) + linesOf(helpIf(true));
    return rows - others;
  };
  const size = (): number => Math.max(1, room());
  const height = (): number =>
    heightOf(choices.map(({ name }) => `${marks}${name}`).join('\n'), window().columns);
  return { size, fits: () => height() <= room(), help: () => helpIf(height() > size()) };
}

/** The room for the marks before a choice. */
export const marks = '    ';
