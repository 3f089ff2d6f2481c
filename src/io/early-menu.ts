import type { Choice } from '../context/prompting.ts';
import type { TerminalStyle } from '../terminal/style.ts';
import { entriesOf, presetOf } from './choices.ts';
import { pageOf } from './menu-page.ts';
import { drawingEarly, type Frame, menuFrame, type WindowSize, windowOf } from './prompt-frame.ts';
import { themeFor } from './prompt-theme.ts';

/** A menu that can be drawn before inquirer is loaded. */
export interface EarlyMenu {
  readonly message: string;
  readonly choices: readonly Choice<unknown>[];
  readonly initial?: unknown;
}

/**
 * Draws a menu as inquirer will draw it, so that it can be read while inquirer is loaded, and keeps the keys for it. Returns
 * what is drawn; undefined if only a part of the menu fits in the window.
 */
export function drawEarly(
  menu: EarlyMenu,
  stdin: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  style: TerminalStyle,
): Frame | undefined {
  const window = () => windowOf(output, style.width);
  const text = menuText(menu, window, style);
  if (text === undefined) return undefined;
  // The terminal shows what is typed unless it is in raw mode.
  stdin.setRawMode?.(true);
  const frame = menuFrame(text, window());
  output.write(drawingEarly(frame));
  return frame;
}

/** The lines of a menu: message, choices, description of the active choice, and keys. */
function menuText(
  { message, choices, initial }: EarlyMenu,
  window: () => WindowSize,
  style: TerminalStyle,
): string | undefined {
  const columns = (): number => window().columns;
  const entries = entriesOf(choices, columns);
  // The cursor takes a line below the menu.
  const aboveCursor = (): WindowSize => ({ columns: columns(), rows: window().rows - 1 });
  const { fits, help } = pageOf('select', message, entries, aboveCursor);
  if (!fits()) return undefined;
  const theme = themeFor(style, columns, { message, help });
  const active = Math.max(0, choices.indexOf(presetOf(choices, initial) as Choice<unknown>));
  const names = entries.map(({ name }, index) =>
    index === active ? theme.style.highlight(`${theme.icon.cursor} ${name}`) : `  ${name}`,
  );
  const description = choices[active]?.description;
  const described = description === undefined ? [] : [theme.style.description(description)];
  return [
    `${theme.prefix.idle} ${theme.style.message(message)}`,
    ...names,
    '',
    ...described,
    theme.style.keysHelpTip(),
  ].join('\n');
}
