import { expect } from 'vitest';

/** CPU time, not wall-clock time, so that other programs on the machine don't count. */
export async function milliseconds(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The best of three runs, since garbage collection only adds time. */
const fastest = async (work: () => unknown): Promise<number> =>
  Math.min(await milliseconds(work), await milliseconds(work), await milliseconds(work));

/** Shorter times aren't worth comparing; quadratic work on 100,000 characters takes seconds. */
const fastMilliseconds = 20;

const mostGrowth = 32;

/**
 * Expects work on a text eight times as long to take about eight times as long. Quadratic work takes 64 times as long;
 * half of that leaves room for a busy machine.
 */
export async function expectLinear(
  length: number,
  textOf: (length: number) => string,
  work: (text: string) => unknown,
): Promise<void> {
  const [short, long] = [textOf(length), textOf(length * 8)];
  // Fast enough to be linear, no matter how long the short text takes.
  if ((await milliseconds(() => work(long))) < mostGrowth * fastMilliseconds) return;
  await work(short);
  const slow = await fastest(() => work(long));
  const fast = await fastest(() => work(short));
  expect(slow / Math.max(fast, fastMilliseconds)).toBeLessThan(mostGrowth);
}
