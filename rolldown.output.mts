import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec';
import type { Plugin } from 'rolldown';
import { specifierOf } from './rolldown.notices.mts';

/** A module that shares a file with others, as a lazy import of it gets it. */
const namespace = /(?<=_exports = )\/\* @__PURE__ \*\/ require_rolldown_runtime\.\w+\((\{[^{}]*\})\)/g;

/** Writes such a module as an object, since a helper for it would be a further file to load. */
export const namespacesAsObjects: Plugin = {
  name: 'namespaces-as-objects',
  renderChunk(code) {
    const asGetters = (members: string) =>
      members.replace(/(\w+): \(\) => ([\w$]+)/g, 'get $1() { return $2; }');
    return { code: code.replace(namespace, (_written, members: string) => asGetters(members)), map: null };
  },
};

/** The bundler makes every chunk load its helpers, which few use. An empty line keeps the source map valid. */
export const loadHelpersWhereUsed: Plugin = {
  name: 'load-helpers-where-used',
  renderChunk(code) {
    if (code.includes('require_rolldown_runtime.')) return null;
    return { code: code.replace(/^const require_rolldown_runtime = .*$/m, ''), map: null };
  },
};

/** How a chunk loads another one. `main.js` is there already. */
const loading = /^const (require_[\w$]+) = (require\("\.\/(?!main\.js)[^"]+"\));$/gm;

/**
 * Loads a chunk when something in it is first used, so that what a run doesn't come to is never parsed. The minifier keeps
 * names of functions, so these are short.
 */
export const loadWhenUsed: Plugin = {
  name: 'load-when-used',
  renderChunk(code) {
    const names = [...code.matchAll(loading)].map(([, name = '']) => name);
    if (names.length === 0) return null;
    const short = (name: string): string => `$${names.indexOf(name)}`;
    const used = new RegExp(`\\b(${names.join('|')})(?=\\.)`, 'g');
    const lazy = code
      .replace(loading, (_, name, load) => `let ${name}; const ${short(name)} = () => (${name} ??= ${load});`)
      .replace(used, (name) => `${short(name)}()`);
    return { code: lazy, map: null };
  },
};

/** How the bundler exports a variable from a chunk, in case its value changes. */
const getter =
  /^Object\.defineProperty\(exports, "([\w$]+)", \{\n {2}enumerable: true,\n {2}get: function \(\) \{\n {4}return ([\w$]+);\n {2}\}\n\}\);/gm;

/** Whether a variable of a module always has the value that it is declared with. */
const isFinal = (name: string, code: string): boolean =>
  new RegExp(`^(?:const|var|class|(?:async )?function\\*?) ${name.replaceAll('$', '\\$')}[ (]`, 'm').test(
    code,
  );

/** Exports values, since creating and calling hundreds of getters slows down every start. Empty lines keep the source map valid. */
export const exportValues: Plugin = {
  name: 'export-values',
  renderChunk(code) {
    const withValues = code.replace(getter, (written: string, exported: string, name: string) =>
      isFinal(name, code) ? `exports.${exported} = ${name};${'\n'.repeat(5)}` : written,
    );
    return { code: withValues, map: null };
  },
};

/** Maps only this program's sources. With those of its packages, the maps would be more than twice as large. */
export const mapOwnCodeOnly: Plugin = {
  name: 'map-own-code-only',
  transform: {
    filter: { id: /node_modules/ },
    handler: (code, id) =>
      specifierOf(id).startsWith('zi-oauth-setup/') ? null : { code, map: { mappings: '' } },
  },
};

/** Traces show lines, and the names in the code, so a map needs neither columns nor names, three quarters of it. */
function linesOnly(map: { mappings: string }): object {
  const lines = decode(map.mappings).map((line) =>
    line.map(atFirstColumn).filter((segment, at, all) => !isSameLine(segment, all[at - 1])),
  );
  return { ...map, names: [], mappings: encode(lines) };
}

/** Whether two places in the output come from the same line of a source. */
const isSameLine = (segment: SourceMapSegment, before: SourceMapSegment | undefined): boolean =>
  segment.length === before?.length && segment[1] === before[1] && segment[2] === before[2];

const atFirstColumn = (segment: SourceMapSegment): SourceMapSegment =>
  segment.length === 1 ? segment : [segment[0], segment[1], segment[2], 0];

/** Ships all source maps in one file, since npm takes longer to install many. */
export const mapsInOneFile: Plugin = {
  name: 'maps-in-one-file',
  generateBundle(_options, bundle) {
    const maps: Record<string, unknown> = {};
    for (const { type, fileName, ...file } of Object.values(bundle)) {
      if (type !== 'asset' || !fileName.endsWith('.map') || !('source' in file)) continue;
      maps[fileName.slice(0, -'.map'.length)] = linesOnly(JSON.parse(String(file.source)));
      delete bundle[fileName];
    }
    this.emitFile({ type: 'asset', fileName: 'source-maps.json', source: JSON.stringify(maps) });
  },
};
