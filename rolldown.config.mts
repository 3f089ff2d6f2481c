import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'rolldown';
import { codeSplitting } from './rolldown.chunks.mts';
import { packagesAsModules } from './rolldown.commonjs.mts';
import { notices } from './rolldown.notices.mts';
import {
  exportValues,
  loadHelpersWhereUsed,
  loadWhenUsed,
  mapOwnCodeOnly,
  mapsInOneFile,
  namespacesAsObjects,
} from './rolldown.output.mts';
import { leaveOutUnused, processItself } from './rolldown.packages.mts';
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

/** Embeds the text of a file that is imported with `?raw`, which the test runner supports natively. */
const rawText: Plugin = {
  name: 'raw-text',
  load(id) {
    if (!id.endsWith('?raw')) return null;
    return `export default ${JSON.stringify(readFileSync(id.slice(0, -'?raw'.length), 'utf8'))};`;
  },
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
    namespacesAsObjects,
    loadHelpersWhereUsed,
    loadWhenUsed,
    exportValues,
    leaveOutUnused,
    packagesAsModules,
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
