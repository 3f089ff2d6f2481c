import { expect } from 'vitest';

/** The processor's time, not the clock's: other programs of the machine don't count. */
export function milliseconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The best of three: collecting garbage only ever adds. */
const fastest = (work: () => void): number => Math.min(...[1, 2, 3].map(() => milliseconds(work)));

/** Less than this is not worth comparing; quadratic work on 100,000 characters takes seconds. */
const fastMilliseconds = 20;

const mostGrowth = 32;

/**
 * Expects work on a text eight times as long to take about eight times as long. Quadratic work takes 64 times as long,
 * so that half of that leaves room for a machine with other things to do.
 */
export function expectLinear(
  length: number,
  textOf: (length: number) => string,
  work: (text: string) => unknown,
): void {
  const [short, long] = [textOf(length), textOf(length * 8)];
  // Whatever the short text takes, this is linear.
  if (milliseconds(() => void work(long)) < mostGrowth * fastMilliseconds) return;
  work(short);
  const [slow, fast] = [fastest(() => void work(long)), fastest(() => void work(short))];
  expect(slow / Math.max(fast, fastMilliseconds)).toBeLessThan(mostGrowth);
}
