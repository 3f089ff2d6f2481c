import { Chalk } from 'chalk';
import type { Environment } from '../terminal/environment.ts';
import { noPaint, type Paints } from '../terminal/style.ts';

const colorLevels = [0, 1, 2, 3] as const;

type ColorLevel = (typeof colorLevels)[number];

/** The colors of one stream. NO_COLOR overrides FORCE_COLOR, which overrides the kind of stream. */
function colorLevel(isTerminal: boolean, env: Environment): ColorLevel {
  if (env.NO_COLOR) return 0;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forcedLevel(forced);
  return isTerminal && env.TERM !== 'dumb' ? 1 : 0;
}

function forcedLevel(value: string): ColorLevel {
  if (value === 'false') return 0;
  const level = Number.parseInt(value, 10);
  return colorLevels.find((each) => each === level) ?? 1;
}

/** Uses the 16 colors that terminals map to their theme, so that text is readable on light and dark backgrounds. */
export function paintsFor(isTerminal: boolean, env: Environment): Paints {
  const level = colorLevel(isTerminal, env);
  if (level === 0) return noPaint;
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
