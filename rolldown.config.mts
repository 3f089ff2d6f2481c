import { readFileSync } from 'node:fs';
import { defineConfig, type OutputOptions } from 'rolldown';
import license from 'rollup-plugin-license';
import { setupJsonSchema } from './src/setup-file/json-schema.ts';

/** Ships the JSON Schema that follows from the definition of the setup. */
const emitSchema = {
  name: 'setup-schema',
  generateBundle(this: { emitFile: (file: { type: 'asset'; fileName: string; source: string }) => string }) {
    const source = `${JSON.stringify(setupJsonSchema(), null, 2)}\n`;
    this.emitFile({ type: 'asset', fileName: 'setup.schema.json', source });
  },
};

/** What packages load and this program never calls, by importer and module; `code` stands in for it. */
const unused: readonly { importer: RegExp; source: RegExp; code: string }[] = [
  // commander: subcommands that are programs of their own; there is none here.
  { importer: /\/commander\//, source: /^node:child_process$/, code: 'export default {};' },
  // chalk: finding out the colour level; here it is given for each stream.
  {
    importer: /\/chalk\//,
    source: /^#supports-color$/,
    code: 'export default { stdout: false, stderr: false };',
  },
  // inquirer: types of prompts that are never asked, which are nine tenths of it: the editor brings tables of charsets.
  {
    importer: /\/@inquirer\/prompts\//,
    source: /^@inquirer\/(?:editor|expand|input|number|password|rawlist|search)$/,
    code: 'export default undefined;',
  },
  // inquirer: calling functions in the place of a message, a default or choices; here they are always values.
  { importer: /\/node_modules\/inquirer\//, source: /^run-async$/, code: 'export default {};' },
  // inquirer: the symbols of its own theme; `src/io/prompt-theme.ts` sets every one that is shown.
  {
    importer: /\/@inquirer\//,
    source: /^@inquirer\/figures$/,
    code: "export default new Proxy({}, { get: () => '' });",
  },
  // undici: its index loads all that it has, three quarters of which `request` over a proxy agent does not need.
  // It makes a CacheStorage when it is loaded.
  {
    importer: /\/undici\/index\.js$/,
    source: /^\.\/lib\/(?!api$|core\/|global$|dispatcher\/(?:dispatcher|env-http-proxy-agent)$)/,
    code: 'export class CacheStorage {}',
  },
  // undici: bodies that are no text.
  { importer: /\/undici\//, source: /\/web\/fetch\/body\.js$/, code: 'export default {};' },
];

const leaveOutUnused = {
  name: 'leave-out-unused',
  resolveId(source: string, importer = '') {
    const from = importer.replaceAll('\\', '/');
    const index = unused.findIndex((each) => each.source.test(source) && each.importer.test(from));
    return index === -1 ? undefined : `\0unused-${index}`;
  },
  load(id: string) {
    const index = /^\0unused-(\d+)$/.exec(id)?.[1];
    return index === undefined ? undefined : unused[Number(index)]?.code;
  },
};

/** Takes in the text of a file that is imported with `?raw`, as the test runner does by itself. */
const rawText = {
  name: 'raw-text',
  load(id: string) {
    if (!id.endsWith('?raw')) return null;
    return `export default ${JSON.stringify(readFileSync(id.slice(0, -'?raw'.length), 'utf8'))};`;
  },
};

/** Opening a file costs more than the code in it: what every start needs is one, and so is what most commands share. */
const codeSplitting: OutputOptions['codeSplitting'] = {
  groups: [
    { name: 'start', tags: ['$initial'], priority: 2 },
    {
      name: 'shared',
      test: /[\\/]src[\\/](?!verify|wizard)/,
      minShareCount: 3,
      includeDependenciesRecursively: false,
    },
  ],
};

/** One package without dependencies. CommonJS, split at lazy imports: what a command does not need is never parsed. */
export default defineConfig({
  input: { main: 'src/main.ts' },
  platform: 'node',
  preserveEntrySignatures: 'allow-extension',
  resolve: { mainFields: ['module', 'main'] },
  plugins: [
    rawText,
    leaveOutUnused,
    emitSchema,
    license({ thirdParty: { output: 'dist/THIRD-PARTY-NOTICES.txt' } }),
  ],
  output: {
    dir: 'dist',
    format: 'cjs',
    minify: true,
    cleanDir: true,
    chunkFileNames: '[name]-[hash].js',
    codeSplitting,
  },
});
