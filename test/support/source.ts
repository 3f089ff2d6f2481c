import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';

const root = fileURLToPath(new URL('../../src', import.meta.url));

/** An import in a source file, including types. Paths are relative to `src/`; package names are unchanged. */
export interface SourceImport {
  readonly from: string;
  readonly to: string;
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Every TypeScript file of the program, relative to `src/`, with its syntax tree. */
export const sourceFiles: readonly { path: string; text: string; tree: Node }[] = readdirSync(root, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return {
      path: path.split(sep).join('/'),
      text,
      tree: parseAst(text, { lang: 'ts' }) as unknown as Node,
    };
  });

export const sourceImports: readonly SourceImport[] = sourceFiles.flatMap(({ path, tree }) =>
  [...nodesOf(tree)].flatMap((node) =>
    specifiersOf(node).map((to) => ({ from: path, to: resolved(path, to) })),
  ),
);

/** `import … from`, `export … from`, `import()` and `import('…').Type`. */
function specifiersOf(node: Node): string[] {
  const isImport = /^(?:Import(?:Declaration|Expression)|TSImportType|Export(?:Named|All)Declaration)$/.test(
    node.type,
  );
  const source = isImport ? ((node.source ?? node.argument) as Node | null | undefined) : undefined;
  return typeof source?.value === 'string' ? [source.value] : [];
}

/** Every node of a syntax tree. */
export function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesOf(item);
  else if (typeof value === 'object' && value !== null) {
    const node = value as Node;
    if (typeof node.type === 'string') yield node;
    for (const inner of Object.values(node)) yield* nodesOf(inner);
  }
}

function resolved(path: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const target = normalize(join(root, dirname(path), specifier));
  return relative(root, target).split(sep).join('/');
}
