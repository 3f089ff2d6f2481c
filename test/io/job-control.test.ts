import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOrphaned, type Process } from '../../src/io/job-control.ts';

/** A process of session 10, whose shell is 10 itself, unless another session is given. */
const process = (id: number, parent: number, group: number, session = 10): Process => ({
  id,
  parent,
  group,
  session,
});

const shell = process(10, 1, 10);
const foreign = process(5, 1, 5, 5);

test.each<[what: string, isOrphan: boolean, processes: readonly Process[]]>([
  ['a shell job', false, [shell, process(20, 10, 20)]],
  ['below npx and its shell', false, [shell, process(18, 10, 18), process(19, 18, 18), process(20, 19, 18)]],
  ['in a pipeline', false, [shell, process(19, 10, 19), process(20, 10, 19)]],
  ['a session leader, as under ssh -t host command', true, [foreign, process(20, 5, 20, 20)]],
  ['the first process of a container', true, [process(20, 0, 20, 20)]],
  ['below npx, which leads the session', true, [foreign, process(19, 5, 19, 19), process(20, 19, 19, 19)]],
  ['the shell has gone and init has taken over', true, [process(1, 0, 1, 1), process(20, 1, 20)]],
  [
    'another member of the group has a shell',
    false,
    [shell, foreign, process(19, 10, 19), process(20, 5, 19)],
  ],
  ['the parent is unknown', false, [process(20, 10, 20)]],
  ['the group is outside the container', false, [process(20, 0, 0, 0)]],
  ['nothing is known', false, []],
])('%s: %s', (_, isOrphan, processes) => {
  expect(isOrphaned(processes, 20)).toBe(isOrphan);
});

test('neither the order of processes nor unrelated ones matter', () => {
  const job = [shell, process(18, 10, 18), process(19, 18, 18), process(20, 19, 18)];
  const orphan = [foreign, process(19, 5, 19, 19), process(20, 19, 19, 19)];
  const others = fc.array(fc.integer({ min: 100, max: 900 }).map((id) => process(id, 5, id, id)));
  fc.assert(
    fc.property(fc.constantFrom(job, orphan), others, fc.infiniteStream(fc.double()), (own, rest, order) => {
      const keyed = [...own, ...rest].map((each) => ({ each, key: order.next().value ?? 0 }));
      const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ each }) => each);
      expect(isOrphaned(shuffled, 20)).toBe(own === orphan);
    }),
  );
});
