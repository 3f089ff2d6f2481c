/**
 * Looks up a foreign text in a table. A plain index would also find what every object inherits: `constructor`,
 * `toString`, `__proto__`.
 */
export function lookup<T>(
  table: Readonly<Record<string, T>>,
  key: string | number | undefined,
): T | undefined {
  return key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}

/** The keys of a constant table, typed and in order. */
export const keysOf = <Table extends object>(table: Table): Extract<keyof Table, string>[] =>
  Object.keys(table) as Extract<keyof Table, string>[];
