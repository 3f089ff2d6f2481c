import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { connector, labels } from '../src/facts/labels.ts';
import { nodesOf, sourceFiles, sourceImports } from './support/source.ts';

/** The folders and files of `src` in the order of the README's layout: `cli`, `commands`, …, `errors.ts`. */
const layout = [
  ...readFileSync(new URL('../README.md', import.meta.url), 'utf8').matchAll(/^src\/([\w.-]+?)\/? {2,}\S/gm),
].map(([, name = '']) => name);

const inside = sourceImports.filter(
  ({ to }) => /\.(?:ts|css|js)(?:\?raw)?$/.test(to) && !to.startsWith('..'),
);

/** The folder directly in `src/`, or the file itself if it is in none. */
const topLevelOf = (path: string): string => path.split('/')[0] ?? path;

/** The folder that contains a file; a file directly in `src/` counts as its own folder. */
const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/') || path;

test("the README's layout lists exactly the folders and files of src", () => {
  expect([...layout].sort()).toEqual([...new Set(sourceFiles.map(({ path }) => topLevelOf(path)))].sort());
});

test("imports, including types, go down the README's layout", () => {
  const upward = inside
    .map(({ from, to }) => ({
      from,
      to,
      steps: layout.indexOf(topLevelOf(to)) - layout.indexOf(topLevelOf(from)),
    }))
    .filter(({ steps }) => steps < 0);
  expect(upward).toEqual([]);
});

test('only main.ts imports io', () => {
  const users = inside.filter(({ from, to }) => topLevelOf(to) === 'io' && topLevelOf(from) !== 'io');
  expect([...new Set(users.map(({ from }) => from))]).toEqual(['main.ts']);
});

/** What remains after repeatedly removing everything that uses nothing else that remains. */
function circular(edges: readonly (readonly [from: string, to: string])[]): string[] {
  const uses = new Map<string, Set<string>>();
  for (const [from, to] of edges) if (from !== to) uses.set(from, (uses.get(from) ?? new Set()).add(to));
  const isLeaf = (name: string): boolean => [...(uses.get(name) ?? [])].every((used) => !uses.has(used));
  for (let leaves = [...uses.keys()].filter(isLeaf); leaves.length > 0; ) {
    for (const leaf of leaves) uses.delete(leaf);
    leaves = [...uses.keys()].filter(isLeaf);
  }
  return [...uses.keys()];
}

describe('imports, including types, form no cycle', () => {
  test('of files', () => {
    expect(circular(inside.map(({ from, to }) => [from, to]))).toEqual([]);
  });

  test('of folders', () => {
    expect(circular(inside.map(({ from, to }) => [folderOf(from), folderOf(to)]))).toEqual([]);
  });
});

test('base names are unique, except for the files that every command has', () => {
  const names = sourceFiles
    .map(({ path }) => basename(path))
    .filter((name) => !['definition.ts', 'run.ts', 'index.ts'].includes(name));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('protocol code mentions neither Jitterbit nor ZoomInfo', () => {
  const named = sourceFiles.filter(
    ({ path, text }) => topLevelOf(path) === 'oauth' && /jitterbit|zoominfo/i.test(text),
  );
  expect(named.map(({ path }) => path)).toEqual([]);
  const facts = inside.filter(({ from, to }) => topLevelOf(from) === 'oauth' && topLevelOf(to) === 'facts');
  expect(facts).toEqual([]);
});

/** Every string literal in the code. */
const texts = sourceFiles.flatMap(({ path, tree }) =>
  [...nodesOf(tree)].flatMap(({ type, value }) => {
    if (type === 'Literal' && typeof value === 'string') return [{ path, text: value }];
    return type === 'TemplateElement' ? [{ path, text: (value as { cooked: string }).cooked }] : [];
  }),
);

// A one-word label may also be an ordinary word, and "token request" is an OAuth term.
const distinct = [...Object.values(labels), connector].filter(
  (label) => label.includes(' ') && label !== labels.tokenRequest,
);

test.each(distinct)('the label %s is written once', (label) => {
  const places = texts.filter(
    ({ text }) =>
      text.includes(label) &&
      !distinct.some((other) => other !== label && other.includes(label) && text.includes(other)),
  );
  expect(places.map(({ path }) => path)).toEqual(['facts/labels.ts']);
});

test('only io uses Node modules that reach the outside', () => {
  const worldly =
    /^node:(?:child_process|cluster|dgram|dns|fs|http|http2|https|net|os|readline|repl|tls|tty|worker_threads)/;
  expect(sourceImports.filter(({ from, to }) => worldly.test(to) && topLevelOf(from) !== 'io')).toEqual([]);
});

test('only one file starts other programs', () => {
  const starters = sourceImports.filter(({ to }) => /^(?:node:)?(?:child_process|cluster)$/.test(to));
  expect(starters.map(({ from }) => from)).toEqual(['io/child-process.ts']);
});

/** Properties of globals that the code reads, such as `process.stderr`. */
const globalsUsed = sourceFiles.flatMap(({ path, tree }) =>
  [...nodesOf(tree)].flatMap(({ type, object, property }) => {
    const [owner, name] = [object, property].map((node) => (node as { name?: string } | undefined)?.name);
    return type === 'MemberExpression' && owner !== undefined ? [{ path, global: `${owner}.${name}` }] : [];
  }),
);

test('only one file uses the standard streams, so all output is sanitized', () => {
  const users = globalsUsed.filter(({ global }) =>
    /^(?:process\.(?:std(?:in|out|err)|_raw.*)|console\.)/.test(global),
  );
  expect([...new Set(users.map(({ path }) => path))]).toEqual(['io/process-context.ts']);
});

describe('each third-party package is imported from one folder', () => {
  const packages = [
    ...new Set(
      sourceImports
        .map(({ to }) => to)
        .filter((to) => /^(?!node:)(?!.*\.(?:ts|json|js|css)\b)[@a-z]/.test(to)),
    ),
  ];

  test.each(packages)('%s', (name) => {
    const homes = sourceImports.filter(({ to }) => to === name).map(({ from }) => topLevelOf(from));
    expect(new Set(homes).size).toBe(1);
  });
});
