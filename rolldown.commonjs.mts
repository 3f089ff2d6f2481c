import { readFileSync } from 'node:fs';
import type { Plugin } from 'rolldown';
import { specifierOf } from './rolldown.notices.mts';

/** What commander does for commands below commands, arguments, help, and versions of its own, of which there are none here. */
const unusedMethods =
  'addArgument|addCommand|addHelpCommand|addHelpOption|addHelpText|alias|aliases|argument|arguments|command|commandsGroup|configureHelp|copyInheritedSettings|createArgument|createCommand|createHelp|description|executableDir|getOptionValueSourceWithGlobals|help|helpCommand|helpGroup|helpInformation|hook|nameFromFilename|option|optionsGroup|optsWithGlobals|outputHelp|parseAsync|requiredOption|restoreStateBeforeParse|summary|unknownCommand|usage|version|_chainOrCallSubCommandHook|_checkForMissingExecutable|_conflictingOption|_dispatchHelpCommand|_dispatchSubcommand|_executeSubCommand|_getOutputContext|_initCommandGroup|_optionEx|_registerCommand';

/** How ECMAScript modules write what these modules of packages write in CommonJS. */
const conversions: readonly { module: RegExp; edits: readonly (readonly [RegExp, string])[] }[] = [
  {
    module: /^commander\/lib\//,
    edits: [
      [new RegExp(`^ {2}(?:${unusedMethods})\\(.*\\) \\{\\n[^]*?^ {2}\\}$`, 'gm'), ''],
      [/^const process = require\('node:process'\);$/gm, ''],
      [/^const (\{.*\}|\w+) = require\((.*)\);$/gm, 'import $1 from $2;'],
      [/^const (\w+) = require\((.*)\)\.\1;$/gm, 'import { $1 } from $2;'],
      [/^exports\.(\w+) = \1;.*$/gm, 'export { $1 };'],
    ],
  },
  {
    module: /^mute-stream\/lib\/index\.js$/,
    edits: [
      [/^const Stream = require\('stream'\)$/m, "import { Stream } from 'node:stream';"],
      [/^module\.exports = (\w+)$/m, 'export default $1;'],
    ],
  },
  {
    module: /^cli-width\/index\.js$/,
    edits: [
      // Node's module for terminals has had no `getWindowSize` since version 0.8.
      [/require\('tty'\)/, '{}'],
      [/^module\.exports = (\w+);$/m, 'export default $1;'],
    ],
  },
];

/**
 * Converts small packages from CommonJS. Otherwise, the bundler wraps each of their files in a function, and the engine reads
 * them twice at every start: to find the end of the function, and to run it.
 */
export const packagesAsModules: Plugin = {
  name: 'packages-as-modules',
  load(id) {
    const specifier = specifierOf(id);
    if (specifier === 'commander/esm.mjs')
      return ['command', 'error', 'option'].map((name) => `export * from './lib/${name}.js';`).join('\n');
    const found = conversions.find(({ module }) => module.test(specifier));
    if (found === undefined) return undefined;
    const code = found.edits.reduce(
      (text, [written, module]) => text.replace(written, module),
      readFileSync(id, 'utf8'),
    );
    if (/\brequire\(|\bexports\b/.test(code)) throw new Error(`${specifier} isn't converted completely.`);
    return code;
  },
};
