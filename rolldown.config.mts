import { defineConfig } from 'rolldown';
import license from 'rollup-plugin-license';
import { setupJsonSchema } from './src/setup/json-schema.ts';

/** Ships the JSON Schema that follows from the definition of the setup. */
const emitSchema = {
  name: 'setup-schema',
  generateBundle(this: { emitFile: (file: { type: 'asset'; fileName: string; source: string }) => string }) {
    const source = `${JSON.stringify(setupJsonSchema(), null, 2)}\n`;
    this.emitFile({ type: 'asset', fileName: 'setup.schema.json', source });
  },
};

/** commander loads it for subcommands that are programs of their own, which this program has none of. */
const leaveOutSubprocesses = {
  name: 'leave-out-subprocesses',
  resolveId: (source: string, importer?: string) =>
    source === 'node:child_process' && importer?.includes('commander') ? '\0no-subprocesses' : undefined,
  load: (id: string) => (id === '\0no-subprocesses' ? 'export default {};' : undefined),
};

/** One package without dependencies. CommonJS, split at lazy imports: what a command does not need is never parsed. */
export default defineConfig({
  input: { main: 'src/main.ts' },
  platform: 'node',
  resolve: { mainFields: ['module', 'main'] },
  plugins: [
    leaveOutSubprocesses,
    emitSchema,
    license({ thirdParty: { output: 'dist/THIRD-PARTY-NOTICES.txt' } }),
  ],
  output: { dir: 'dist', format: 'cjs', minify: true, cleanDir: true, chunkFileNames: '[name]-[hash].js' },
});
