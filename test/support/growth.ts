import { expect } from 'vitest';

const milliseconds = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** The best of three: a busy machine only ever adds. */
const fastest = (work: () => void): number => Math.min(...[1, 2, 3].map(() => milliseconds(work)));

/** Less than this is not worth comparing; quadratic work on 100,000 characters takes seconds. */
const fastMilliseconds = 20;

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
  work(short);
  const [slow, fast] = [fastest(() => void work(long)), fastest(() => void work(short))];
  expect(slow / Math.max(fast, fastMilliseconds)).toBeLessThan(32);
}
