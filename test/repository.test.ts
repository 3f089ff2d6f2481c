import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

describe('the workflows', () => {
  const workflows = readdirSync(`${root}.github/workflows`).map((name) => read(`.github/workflows/${name}`));
  const pinned = /^[\w.-]+(?:\/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

  /** Everything after `uses:` on its line, so a pin in any other spelling fails the test. */
  const actionsIn = (workflow: string): string[] =>
    [...workflow.matchAll(/^(?!\s*#).*?["']?\buses["']?\s*:(.*)$/gm)].map(([, action = '']) => action.trim());

  test('pin every action to a commit SHA, with its version as a comment', () => {
    const actions = workflows.flatMap(actionsIn);
    expect(actions).not.toEqual([]);
    expect(actions.filter((action) => !pinned.test(action))).toEqual([]);
  });

  test('pin each action to a single commit', () => {
    const pins = new Set(workflows.flatMap(actionsIn));
    const names = [...pins].map((pin) => pin.split('@')[0]);
    expect(names).toEqual([...new Set(names)]);
  });

  const commit = '0123456789abcdef0123456789abcdef01234567';
  test.each([
    '- uses: actions/checkout@v4',
    '- uses: actions/checkout@main # v4.4.0',
    `- uses: actions/checkout@${commit.slice(0, 7)} # v4.4.0`,
    `- uses: actions/checkout@${commit}`,
    `- uses: actions/checkout@${commit} # v4`,
    `- uses: "actions/checkout@${commit}" # v4.4.0`,
    '- { name: Check out, uses: actions/checkout@v4 }',
    '  "uses": actions/checkout@v4',
    '  uses: docker://alpine:3',
    '  uses:',
  ])('would fail with %s', (line) => {
    expect(actionsIn(`    steps:\n      ${line}\n`).filter((action) => !pinned.test(action))).toHaveLength(1);
  });
});
