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
    source: /^@inquirer\/(?:confirm|editor|expand|input|number|password|rawlist|search)$/,
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
  // inquirer: the colors of its default theme, likewise.
  {
    importer: /^@inquirer\//,
    source: /^node:util$/,
    code: `export { stripVTControlCharacters } from 'node:util';
      export const styleText = (_style, text) => text;`,
  },
  // inquirer: cleaning up on signals, which `src/io/signals.ts` does.
  { importer: /^@inquirer\/core\//, source: /^signal-exit$/, code: 'export const onExit = () => () => {};' },
  // inquirer: all of a module of Node, whose every property the bundler would copy.
  {
    importer: /^(?:@inquirer\/core|inquirer)\//,
    source: /^node:readline$/,
    code: `import { createInterface, cursorTo } from 'node:readline';
      export { createInterface };
      export default { createInterface, cursorTo };`,
  },
  {
    importer: /^@inquirer\/core\//,
    source: /^node:path$/,
    code: "import { resolve } from 'node:path';\nexport default { resolve };",
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

/** The end of what a replaced module is called, in the folder of the package that imports it. */
const replaced = /\/unused-(\d+)$/;

export const leaveOutUnused: Plugin = {
  name: 'leave-out-unused',
  resolveId(source, importer = '') {
    if (replaced.test(importer)) return undefined;
    const from = specifierOf(importer);
    const index = unused.findIndex((each) => each.source.test(source) && each.importer.test(from));
    const [folder = ''] = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(importer) ?? [];
    return index === -1 ? undefined : `${folder}/unused-${index}`;
  },
  load(id) {
    const index = replaced.exec(id)?.[1];
    return index === undefined ? undefined : unused[Number(index)]?.code;
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
