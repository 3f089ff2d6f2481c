import type { Environment } from '../terminal/environment.ts';

const colorLevels = [0, 1, 2, 3] as const;

export type ColorLevel = (typeof colorLevels)[number];

/** The colors of one stream. NO_COLOR overrides FORCE_COLOR, which overrides the kind of stream. */
export function colorLevel(isTerminal: boolean, env: Environment): ColorLevel {
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
