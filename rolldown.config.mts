import { readFileSync } from 'node:fs';
import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec';
import { defineConfig, type OutputOptions, type Plugin } from 'rolldown';
import { notices, specifierOf } from './rolldown.notices.mts';
import { unicodeWhenNeeded } from './rolldown.unicode.mts';
import { publishedSchema } from './src/setup-file/published-schema.ts';

/** Ships the JSON Schema generated from the definition of the setup. */
const emitSchema: Plugin = {
  name: 'setup-schema',
  generateBundle() {
    const source = `${JSON.stringify(publishedSchema(), null, 2)}\n`;
    this.emitFile({ type: 'asset', fileName: 'setup.schema.json', source });
  },
};

/** Modules that packages load but this program doesn't need, by importer and module; `code` replaces them. */
const unused: readonly { importer: RegExp; source: RegExp; code: string }[] = [
  // commander: subcommands that are separate programs, of which there are none.
  { importer: /^commander\//, source: /^node:(?:child_process|fs|path)$/, code: 'export default {};' },
  // commander: suggestions, which come from `src/cli/near-misses.ts`.
  {
    importer: /^commander\//,
    source: /^\.\/suggestSimilar$/,
    code: "export const suggestSimilar = () => '';",
  },
  // commander: the layout of help, which is ours.
  {
    importer: /^commander\//,
    source: /^\.\/help\.js$/,
    code: 'export class Help { prepareContext() {} }\nexport const stripColor = (text) => text;',
  },
  // chalk: color detection; here, the level is set for each stream.
  {
    importer: /^chalk\//,
    source: /^#supports-color$/,
    code: 'export default { stdout: false, stderr: false };',
  },
  // inquirer: unused prompt types, nine tenths of its size, since the editor includes tables of charsets.
  {
    importer: /^@inquirer\/prompts\//,
    source: /^@inquirer\/(?:editor|expand|input|number|password|rawlist|search)$/,
    code: 'export default undefined;',
  },
  // inquirer: support for functions as a message, a default, or choices; here, they are always values.
  { importer: /^inquirer\//, source: /^run-async$/, code: 'export default {};' },
  // inquirer: the symbols of its default theme; `src/io/prompt-theme.ts` sets every one in use.
  {
    importer: /^@inquirer\//,
    source: /^@inquirer\/figures$/,
    code: "export default new Proxy({}, { get: () => '' });",
  },
  // inquirer: measuring lines that fit, for which it loads and runs expressions about all of Unicode.
  {
    importer: /^@inquirer\/core\//,
    source: /^fast-wrap-ansi$/,
    code: `import { wrapAnsi as wrap } from 'fast-wrap-ansi';
      const narrow = /^[\\x20-\\x7e\u2714\u276f\u25c9\u25ef\u2022\u00b7]*$/;
      const fits = (line, columns) => line.length <= columns && narrow.test(line);
      export const wrapAnsi = (line, columns, options) =>
        fits(line.replace(/\\x1b\\[\\d+m/g, ''), columns) ? line : wrap(line, columns, options);`,
  },
  // jsonc-parser: a thousand indents for formatting; here it only reads.
  {
    importer: /^jsonc-parser\/.*\/format\.js$/,
    source: /\/string-intern$/,
    code: 'export const cachedSpaces = [], cachedBreakLinesWithSpaces = {}, supportedEols = [];',
  },
  // undici: its index loads everything, most of which one client for one connection doesn't need. It creates a
  // CacheStorage on load.
  {
    importer: /^undici\/index\.js$/,
    source: /^\.\/lib\/(?!api$|core\/|dispatcher\/(?:dispatcher|client)$)/,
    code: 'export class CacheStorage {}',
  },
  // undici: for an assertion without a message, Node parses the whole bundle to create one, which takes seconds.
  {
    importer: /^undici\//,
    source: /^node:assert$/,
    code: `module.exports = (holds, message) => {
      if (!holds) throw Object.assign(new Error(String(message)), { code: 'ERR_ASSERTION' });
    };`,
  },
  // undici: bodies that aren't text.
  { importer: /^undici\//, source: /\/web\/fetch\/body\.js$/, code: 'export default {};' },
];

const leaveOutUnused: Plugin = {
  name: 'leave-out-unused',
  resolveId(source, importer = '') {
    const from = specifierOf(importer);
    const index = unused.findIndex((each) => each.source.test(source) && each.importer.test(from));
    return index === -1 ? undefined : `\0unused-${index}`;
  },
  load(id) {
    const index = /^\0unused-(\d+)$/.exec(id)?.[1];
    return index === undefined ? undefined : unused[Number(index)]?.code;
  },
};

/** The syntax of commander that an ECMAScript module writes differently. */
const commonJs: readonly (readonly [RegExp, string])[] = [
  [/^const process = require\('node:process'\);$/gm, ''],
  [/^const (\{.*\}|\w+) = require\((.*)\);$/gm, 'import $1 from $2;'],
  [/^const (\w+) = require\((.*)\)\.\1;$/gm, 'import { $1 } from $2;'],
  [/^exports\.(\w+) = \1;.*$/gm, 'export { $1 };'],
];

/** What commander does for commands below commands, arguments, help, and versions of its own, of which there are none here. */
const unusedMethods =
  'addArgument|addCommand|addHelpCommand|addHelpOption|addHelpText|alias|aliases|argument|arguments|command|commandsGroup|configureHelp|copyInheritedSettings|createArgument|createCommand|createHelp|description|executableDir|getOptionValueSourceWithGlobals|help|helpCommand|helpGroup|helpInformation|hook|nameFromFilename|option|optionsGroup|optsWithGlobals|outputHelp|parseAsync|requiredOption|restoreStateBeforeParse|summary|unknownCommand|usage|version|_chainOrCallSubCommandHook|_checkForMissingExecutable|_conflictingOption|_dispatchHelpCommand|_dispatchSubcommand|_executeSubCommand|_getOutputContext|_initCommandGroup|_optionEx|_registerCommand';

const withoutUnusedMethods = (code: string): string =>
  code.replace(new RegExp(`^ {2}(?:${unusedMethods})\\(.*\\) \\{\\n[^]*?^ {2}\\}$`, 'gm'), '');

/**
 * Converts commander from CommonJS. Otherwise, the bundler wraps each of its files in a function, and the engine reads them
 * twice at every start: to find the end of the function, and to run it.
 */
const commanderAsModules: Plugin = {
  name: 'commander-as-modules',
  load(id) {
    const specifier = specifierOf(id);
    if (specifier === 'commander/esm.mjs')
      return ['command', 'error', 'option'].map((name) => `export * from './lib/${name}.js';`).join('\n');
    if (!specifier.startsWith('commander/lib/')) return undefined;
    const code = withoutUnusedMethods(readFileSync(id, 'utf8'));
    return commonJs.reduce((each, [written, module]) => each.replace(written, module), code);
  },
};

/**
 * Without this, the bundler copies every property of `node:process` for its importers. Reading `title` aborts Node 22 and
 * 24 on Windows if the console has none.
 */
const processItself: Plugin = {
  name: 'process-itself',
  resolveId: (source, _importer, { kind }) =>
    source === 'node:process' && kind === 'import-statement' ? '\0process' : undefined,
  load: (id) => (id === '\0process' ? 'export default globalThis.process;' : undefined),
};

/** The bundler makes every chunk load its helpers, which few use. An empty line keeps the source map valid. */
const loadHelpersWhereUsed: Plugin = {
  name: 'load-helpers-where-used',
  renderChunk(code) {
    if (code.includes('require_rolldown_runtime.')) return null;
    return { code: code.replace(/^const require_rolldown_runtime = .*$/m, ''), map: null };
  },
};

/** Embeds the text of a file that is imported with `?raw`, which the test runner supports natively. */
const rawText: Plugin = {
  name: 'raw-text',
  load(id) {
    if (!id.endsWith('?raw')) return null;
    return `export default ${JSON.stringify(readFileSync(id.slice(0, -'?raw'.length), 'utf8'))};`;
  },
};

/** Maps only this program's sources. With those of its packages, the maps would be more than twice as large. */
const mapOwnCodeOnly: Plugin = {
  name: 'map-own-code-only',
  transform: {
    filter: { id: /node_modules/ },
    handler: (code, id) =>
      specifierOf(id).startsWith('zi-oauth-setup/') ? null : { code, map: { mappings: '' } },
  },
};

/** Traces show the names in the code, so those in a map, a tenth of it, aren't needed. */
function withoutNames(map: { mappings: string }): object {
  const lines = decode(map.mappings).map((line) => line.map((each) => each.slice(0, 4) as SourceMapSegment));
  return { ...map, names: [], mappings: encode(lines) };
}

/** Ships all source maps in one file, since npm takes longer to install many. */
const mapsInOneFile: Plugin = {
  name: 'maps-in-one-file',
  generateBundle(_options, bundle) {
    const maps: Record<string, unknown> = {};
    for (const { type, fileName, ...file } of Object.values(bundle)) {
      if (type !== 'asset' || !fileName.endsWith('.map') || !('source' in file)) continue;
      maps[fileName.slice(0, -'.map'.length)] = withoutNames(JSON.parse(String(file.source)));
      delete bundle[fileName];
    }
    this.emitFile({ type: 'asset', fileName: 'source-maps.json', source: JSON.stringify(maps) });
  },
};

/** Modules that check a setup, which a new one doesn't need. */
const checking = /^zi-oauth-setup\/src\/(?:checks|verify\/(?!login|online)|text\/(?:decode|html|loose))/;

/** Modules that write requests and read replies or pastes, which no check of a file needs. */
const asking =
  /^zi-oauth-setup\/src\/oauth\/(?:challenges|form|json|paste|random|requests|server|token|visible)/;

/** Modules for the messages and output of most commands. */
const speaking =
  /^zi-oauth-setup\/src\/(?!commands\/(?!shared)|facts\/(?:error|parameter|server)|io\/|diagnose|verify|wizard\/(?!progress))/;

/** What keeps and passes on the values of a setup, which a pair alone doesn't need. */
const keeping =
  /^zi-oauth-setup\/src\/(?:answers|commands\/shared\/command-again|facts\/(?!error|parameter|server)|output\/(?!github)|setup-file|wizard\/progress|oauth\/(?:endpoint|error|loopback|protocol)|render\/(?:content|json)|text\/(?:parse|percent))/;

/** What reads a setup file. */
const reading =
  /^zi-oauth-setup\/src\/(?:commands\/shared\/read-setup|oauth\/(?:expected|sha256)|setup-file\/(?:conform|read|schema))/;

/** What keeps a pair from being lost when a file is written. */
const guarding = /^zi-oauth-setup\/src\/output\/pair/;

/** What saves a setup or serves it. */
const saving = /^zi-oauth-setup\/src\/output\/(?:copy|save|written)/;

/** What shows a setup to people, and what is wrong with it. */
const showing =
  /^zi-oauth-setup\/src\/(?:render\/(?:console|markdown|text)|setup-file\/(?:consistency|rotate))/;

/** Layout, which help and messages share. */
const wrapping = /^(?:fast-|zi-oauth-setup\/src\/terminal\/(?:layout|shell|wrap))/;

/** Modules that write files. */
const writing =
  /^zi-oauth-setup\/src\/io\/(?:append|atomic-write|git|new-file|temporary-files|windows-names|write-target|writer-lock)\.ts$/;

/** What builds on a saved setup. */
const resuming =
  /^zi-oauth-setup\/src\/commands\/setup\/(?:base-warnings|read-base|registration-changes|sound-rows)/;

/** What the wizard does after its first prompts. */
const continuing = /^zi-oauth-setup\/src\/wizard\/(?:attempt|enter|menu|portal|saving|step-through|verify)/;

/** What requests go through. */
const requesting = /^zi-oauth-setup\/src\/verify\/online/;

/** What serves pages on this machine. */
const serving = /^zi-oauth-setup\/src\/io\/(?:callback|loopback|page-|peer|prefetch|visitor)/;

const from = (name: string, path: RegExp) => ({
  name,
  test: (id: string): boolean => path.test(specifierOf(id)),
  includeDependenciesRecursively: false,
});

const sharedFrom = (name: string, path: RegExp) => ({ ...from(name, path), minShareCount: 2 });

/**
 * Ten kilobytes of code slow down a start more than another file does, but npm takes 3 ms to install a file. So modules are
 * grouped by who needs them, and those that are needed late share files. No group may need one that needs it;
 * `test/e2e/loading.test.ts` shows what a command loads.
 */
const codeSplitting: OutputOptions['codeSplitting'] = {
  groups: [
    { name: 'start', tags: ['$initial'], priority: 4 },
    { ...sharedFrom('checks', checking), priority: 3 },
    { ...from('writing', writing), priority: 3 },
    { ...from('wrap', wrapping), priority: 3 },
    { ...sharedFrom('replies', asking), priority: 3 },
    { ...sharedFrom('sheets', showing), priority: 3 },
    { ...from('resuming', resuming), priority: 3 },
    { ...from('continuing', continuing), priority: 3 },
    { ...from('requesting', requesting), priority: 3 },
    { ...from('serving', serving), priority: 3 },
    { ...sharedFrom('reading', reading), priority: 3 },
    { ...sharedFrom('pairs', guarding), priority: 3 },
    { ...sharedFrom('saving', saving), priority: 3 },
    { ...sharedFrom('values', keeping), priority: 2 },
    { ...sharedFrom('shared', speaking), priority: 1 },
  ],
};

/** One package without dependencies. CommonJS, split at lazy imports: what a command doesn't need is never parsed. */
export default defineConfig({
  input: { main: 'src/main.ts' },
  platform: 'node',
  preserveEntrySignatures: 'allow-extension',
  resolve: { mainFields: ['module', 'main'] },
  plugins: [
    rawText,
    processItself,
    loadHelpersWhereUsed,
    leaveOutUnused,
    commanderAsModules,
    unicodeWhenNeeded,
    mapOwnCodeOnly,
    mapsInOneFile,
    emitSchema,
    notices,
  ],
  output: {
    dir: 'dist',
    format: 'cjs',
    // The engine reads a file that has any other character as two bytes per character, which takes longer.
    charset: 'ascii',
    minify: { mangle: { keepNames: true } },
    sourcemap: 'hidden',
    sourcemapExcludeSources: true,
    cleanDir: true,
    chunkFileNames: '[name]-[hash].js',
    codeSplitting,
  },
});
