import { readFileSync } from 'node:fs';
import type { Plugin } from 'rolldown';
import { specifierOf } from './rolldown.notices.mts';

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
  // chalk: every style but the six that `src/io/color.ts` uses.
  {
    importer: /^chalk\//,
    source: /^#ansi-styles$/,
    code: `const style = (on, off) => ({ open: '\\x1b[' + on + 'm', close: '\\x1b[' + off + 'm' });
      export default {
        bold: style(1, 22),
        dim: style(2, 22),
        red: style(31, 39),
        green: style(32, 39),
        yellow: style(33, 39),
        cyan: style(36, 39),
      };
      export const modifierNames = [], foregroundColorNames = [], backgroundColorNames = [], colorNames = [];`,
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
        fits(line.replace(/\\x1b\\[\\??\\d+[a-z]/g, ''), columns) ? line : wrap(line, columns, options);`,
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

export const leaveOutUnused: Plugin = {
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
export const commanderAsModules: Plugin = {
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
export const processItself: Plugin = {
  name: 'process-itself',
  transform: {
    filter: { code: "from 'node:process'" },
    handler: (code) => ({ code: code.replace(/^import process from 'node:process';$/m, ''), map: null }),
  },
};
