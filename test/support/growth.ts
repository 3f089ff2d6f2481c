import { expect } from 'vitest';

/** CPU time, not wall-clock time, so that other programs on the machine don't count. */
export function milliseconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The best of three runs, since garbage collection only adds time. */
const fastest = (work: () => void): number => Math.min(...[1, 2, 3].map(() => milliseconds(work)));

/** Shorter times aren't worth comparing; quadratic work on 100,000 characters takes seconds. */
const fastMilliseconds = 20;

const mostGrowth = 32;

/**
 * Expects work on a text eight times as long to take about eight times as long. Quadratic work takes 64 times as long;
 * half of that leaves room for a busy machine.
 */
export function expectLinear(
  length: number,
  textOf: (length: number) => string,
  work: (text: string) => unknown,
): void {
  const [short, long] = [textOf(length), textOf(length * 8)];
  // Fast enough to be linear, no matter how long the short text takes.
  if (milliseconds(() => void work(long)) < mostGrowth * fastMilliseconds) return;
  work(short);
  const [slow, fast] = [fastest(() => void work(long)), fastest(() => void work(short))];
  expect(slow / Math.max(fast, fastMilliseconds)).toBeLessThan(mostGrowth);
}
