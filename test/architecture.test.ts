import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const source = fileURLToPath(new URL('../sr', import.meta.url));

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

const imports: readonly Import[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) => {
    const text = readFileSync(join(source, path), 'utf8');
    const found = text.matchAll(/^(?:import|export)( type)?[^;]*?from '([^']+)'|import\('([^']+)'\)/gm);
    return [...found].map(([, type, named = '', lazy = '']) => ({
      from: path.split(sep).join('/'),
      to: resolved(path, named || lazy),
      isType: type !== undefined,
    }));
  });

function resolved(path: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const target = normalize(join(source, dirname(path), specifier));
  return relative(source, target).split(sep).join('/');
}

const folderOf = (path: string): string => path.split('/')[0] ?? path;

/** What each part of the program may use besides itself, types aside. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'errors.ts': [],
  'options.ts': [],
  'context.ts': [],
  setup: ['errors.ts'],
  render: ['errors.ts', 'setup', 'verify'],
  output: ['errors.ts', 'options.ts', 'render', 'setup'],
  verify: ['errors.ts', 'output', 'render', 'setup'],
  wizard: ['errors.ts', 'output', 'render', 'setup', 'verify'],
  commands: ['errors.ts', 'options.ts', 'output', 'render', 'setup', 'verify', 'wizard'],
  io: ['errors.ts', 'render', 'setup'],
  cli: ['commands', 'errors.ts', 'options.ts', 'render', 'setup', 'verify'],
  'main.ts': ['cli', 'io'],
};

test('every part uses only what lies below it', () => {
  const upward = imports
    .filter(({ to, isType }) => !isType && to.endsWith('.ts'))
    .filter(({ from, to }) => folderOf(from) !== folderOf(to))
    .filter(({ from, to }) => !allowed[folderOf(from)]?.includes(folderOf(to)));
  expect(upward).toEqual([]);
});

test('no file uses itself by way of others', () => {
  const uses = new Map<string, string[]>();
  for (const { from, to, isType } of imports) {
    if (!isType && to.endsWith('.ts')) uses.set(from, [...(uses.get(from) ?? []), to]);
  }
  const isLeaf = (path: string): boolean => (uses.get(path) ?? []).every((used) => !uses.has(used));
  for (let leaves = [...uses.keys()].filter(isLeaf); leaves.length > 0; ) {
    for (const leaf of leaves) uses.delete(leaf);
    leaves = [...uses.keys()].filter(isLeaf);
  }
  expect([...uses.keys()]).toEqual([]);
});

test('only io touches the context', () => {
  const worldly = /^node:(?:child_process|dns|fs|http|https|net|os|readline|tls|tty)/;
  expect(imports.filter(({ from, to }) => worldly.test(to) && folderOf(from) !== 'io')).toEqual([]);
});

describe('each third-party package has one home', () => {
  const packages = [
    ...new Set(
      imports.map(({ to }) => to).filter((to) => /^(?!node:)(?!.*\.(?:ts|json|js|css)\b)[@a-z]/.test(to)),
    ),
  ];

  test.each(packages)('%s', (name) => {
    const homes = imports.filter(({ to }) => to === name).map(({ from }) => folderOf(from));
    expect(new Set(homes).size).toBe(1);
  });
});
