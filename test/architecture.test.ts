import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { connector, labels } from '../src/facts/labels.ts';
import { nodesOf, sourceFiles, sourceImports } from './support/source.ts';

/** The floors of the house from the top down, as the README draws them: `cli`, `commands`, …, `errors.ts`. */
const floors = [
  ...readFileSync(new URL('../README.md', import.meta.url), 'utf8').matchAll(/^src\/([\w.-]+?)\/? {2,}\S/gm),
].map(([, name = '']) => name);

const inside = sourceImports.filter(
  ({ to }) => /\.(?:ts|css|js)(?:\?raw)?$/.test(to) && !to.startsWith('..'),
);

/** The folder below `src/`, or the file where it is in none. */
const roomOf = (path: string): string => path.split('/')[0] ?? path;

/** The folder that a file is in; a file of `src/` itself counts as one. */
const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/') || path;

test('the README draws every room of the source, and no other', () => {
  expect([...floors].sort()).toEqual([...new Set(sourceFiles.map(({ path }) => roomOf(path)))].sort());
});

test('imports, types included, go down the stair that the README draws', () => {
  const upward = inside
    .map(({ from, to }) => ({ from, to, steps: floors.indexOf(roomOf(to)) - floors.indexOf(roomOf(from)) }))
    .filter(({ steps }) => steps < 0);
  expect(upward).toEqual([]);
});

test('only main.ts knows io', () => {
  const users = inside.filter(({ from, to }) => roomOf(to) === 'io' && roomOf(from) !== 'io');
  expect(users.map(({ from }) => from)).toEqual(['main.ts', 'main.ts']);
});

/** What remains when everything that uses nothing of the rest has been taken away, again and again. */
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

describe('there is no circle, types included', () => {
  test('of files', () => {
    expect(circular(inside.map(({ from, to }) => [from, to]))).toEqual([]);
  });

  test('of folders', () => {
    expect(circular(inside.map(({ from, to }) => [folderOf(from), folderOf(to)]))).toEqual([]);
  });
});

test('no two files have one base name, but for the parts that every command has', () => {
  const names = sourceFiles
    .map(({ path }) => basename(path))
    .filter((name) => !['definition.ts', 'run.ts', 'index.ts'].includes(name));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('protocol code knows neither Jitterbit nor ZoomInfo', () => {
  const named = sourceFiles.filter(
    ({ path, text }) => roomOf(path) === 'oauth' && /jitterbit|zoominfo/i.test(text),
  );
  expect(named.map(({ path }) => path)).toEqual([]);
  const facts = inside.filter(({ from, to }) => roomOf(from) === 'oauth' && roomOf(to) === 'facts');
  expect(facts).toEqual([]);
});

/** Every text that the code holds, comments left out. */
const texts = sourceFiles.flatMap(({ path, tree }) =>
  [...nodesOf(tree)].flatMap(({ type, value }) => {
    if (type === 'Literal' && typeof value === 'string') return [{ path, text: value }];
    return type === 'TemplateElement' ? [{ path, text: (value as { cooked: string }).cooked }] : [];
  }),
);

// A label of one word may be an ordinary word as well, and a token request is one of OAuth's own terms.
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

test('only io touches the outside', () => {
  const worldly =
    /^node:(?:child_process|cluster|dgram|dns|fs|http|http2|https|net|os|readline|repl|tls|tty|worker_threads)/;
  expect(sourceImports.filter(({ from, to }) => worldly.test(to) && roomOf(from) !== 'io')).toEqual([]);
});

test('one file starts other programs', () => {
  const starters = sourceImports.filter(({ to }) => /^(?:node:)?(?:child_process|cluster)$/.test(to));
  expect(starters.map(({ from }) => from)).toEqual(['io/child-process.ts']);
});

/** What is read of `process` or `console`, such as `process.stderr`. */
const globalsUsed = sourceFiles.flatMap(({ path, tree }) =>
  [...nodesOf(tree)].flatMap(({ type, object, property }) => {
    const [owner, name] = [object, property].map((node) => (node as { name?: string } | undefined)?.name);
    return type === 'MemberExpression' && owner !== undefined ? [{ path, global: `${owner}.${name}` }] : [];
  }),
);

test('one file knows the standard streams, so that nothing reaches them unscreened', () => {
  const users = globalsUsed.filter(({ global }) =>
    /^(?:process\.(?:std(?:in|out|err)|_raw.*)|console\.)/.test(global),
  );
  expect([...new Set(users.map(({ path }) => path))]).toEqual(['io/process-context.ts']);
});

describe('each third-party package has one home', () => {
  const packages = [
    ...new Set(
      sourceImports
        .map(({ to }) => to)
        .filter((to) => /^(?!node:)(?!.*\.(?:ts|json|js|css)\b)[@a-z]/.test(to)),
    ),
  ];

  test.each(packages)('%s', (name) => {
    const homes = sourceImports.filter(({ to }) => to === name).map(({ from }) => roomOf(from));
    expect(new Set(homes).size).toBe(1);
  });
});
