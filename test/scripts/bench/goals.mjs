// The last two cells of a row: the goal, and whether it is met.

export const noGoal = ['', ''];

const verdict = (goal, isMet) => [goal, isMet ? 'met' : 'not met'];

export const atMost = (most, found) => verdict(`at most ${most.toFixed(2)}`, found <= most);

export const atLeast = (least, found) => verdict(`at least ${least.toLocaleString('en')}`, found >= least);

export const below = (limit, found, unit) => verdict(`under ${limit} ${unit}`, found < limit);
