import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

describe('the workflows', () => {
  const workflows = readdirSync(`${root}.github/workflows`).map((name) => read(`.github/workflows/${name}`));
  const pinned = /^[\w.-]+(?:\/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

  /** The rest of each line after `uses:`, so that a pin in any other form fails the test. */
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

describe('the bug report form', () => {
  const [head = '', ...elements] = read('.github/ISSUE_TEMPLATE/bug_report.yml').split(/^ {2}- type: /m);
  const kindOf = (element: string): string => element.split('\n')[0] ?? '';
  const idOf = (element: string): string | undefined => /^ {4}id: ([\w-]+)$/m.exec(element)?.[1];
  const fields = elements.filter((element) => kindOf(element) !== 'markdown');

  test('has a name, a description and a body', () => {
    expect(head).toMatch(/^name: \S.*\ndescription: \S.*\n(?:.*\n)*body:\n$/);
  });

  test('uses known element types, and gives each field a label and a unique id', () => {
    expect(
      elements.map(kindOf).filter((kind) => !/^(?:markdown|input|textarea|checkboxes)$/.test(kind)),
    ).toEqual([]);
    expect(fields.filter((field) => !/^ {6}label: \S/m.test(field))).toEqual([]);
    const ids = fields.map(idOf);
    expect(ids).not.toContain(undefined);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('requires the details needed to reproduce a bug', () => {
    const required = fields.filter((field) => /^ {6,}required: true$/m.test(field)).map(idOf);
    expect(required).toEqual(['version', 'node', 'system', 'command', 'expected', 'actual', 'secrets']);
  });

  test.each(['Client Secret', 'code verifier', 'authorization code', 'token'])(
    'warns about a %s at the top and asks for confirmation at the end',
    (secret) => {
      expect(elements[0]).toContain(secret);
      expect(elements.at(-1)).toContain(secret);
    },
  );
});

describe('the changelog', () => {
  const sections = read('CHANGELOG.md').split(/^## /m).slice(1);
  const [unreleased, ...released] = sections.map((section) => section.split('\n')[0]);
  const releases = released.map((title = '') => title.split(' - '));

  test('starts with unreleased changes', () => {
    expect(unreleased).toBe('Unreleased');
  });

  test('gives each release a version and an ISO date, newest first', () => {
    for (const [version, day = ''] of releases) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(new Date(`${day}T00:00:00Z`).toISOString()).toBe(`${day}T00:00:00.000Z`);
    }
    const days = releases.map(([, day]) => day);
    expect(days).toEqual(days.toSorted().reverse());
  });

  test('lists the package version as the latest release', () => {
    expect(releases[0]?.[0]).toBe(JSON.parse(read('package.json')).version);
  });

  test('groups items under the headings of Keep a Changelog, none of them empty', () => {
    const groups = sections.flatMap((section) => section.split(/^### /m).slice(1));
    const known = /^(?:Added|Changed|Deprecated|Removed|Fixed|Security)\n\n- \S/;
    expect(groups.filter((group) => !known.test(group))).toEqual([]);
    expect(released.filter((_, index) => !sections[index + 1]?.includes('\n### '))).toEqual([]);
  });
});
