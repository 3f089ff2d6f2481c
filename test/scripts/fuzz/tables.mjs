import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';

const definitions = fileURLToPath(new URL('../../../src/commands/index.ts', import.meta.url));

/** The option tables of the program itself, so that no option is missing here. */
export async function optionTables() {
  const folder = mkdtempSync(join(tmpdir(), 'zi-oauth-setup-fuzz-'));
  const file = join(folder, 'definitions.mjs');
  // The code of a command is loaded when it runs, and nothing runs here.
  await build({ input: definitions, platform: 'node', external: /\/run\.ts$/, output: { file } });
  const { commands } = await import(pathToFileURL(file).href);
  rmSync(folder, { recursive: true });
  return commands.map(({ definition: { name, argument, options } }) => ({
    name,
    argument,
    options: options.map(readOption),
  }));
}

function readOption({ flags, choices, help, withoutFile }) {
  const [long] = /--[a-z-]+/.exec(flags);
  const short = /^-[a-z]/.exec(flags)?.[0];
  return {
    long,
    short,
    takesValue: flags.includes('<'),
    choices,
    insteadOfFile: withoutFile === true || /^without/.test(help),
  };
}
