import { Chalk } from 'chalk';
import type { Paints } from '../terminal/style.ts';
import type { ColorLevel } from './color-level.ts';

/** Uses the 16 colors that terminals map to their theme, so that text is readable on light and dark backgrounds. */
export function colors(level: ColorLevel): Paints {
  const chalk = new Chalk({ level });
  // chalk would print further arguments as well, which callers such as inquirer pass.
  const paint =
    (color: (text: string) => string): Paints['bold'] =>
    (text) =>
      color(text);
  return {
    bold: paint(chalk.bold),
    dim: paint(chalk.dim),
    accent: paint(chalk.cyan),
    good: paint(chalk.green),
    warn: paint(chalk.yellow),
    bad: paint(chalk.red),
  };
}
