import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { shellOf } from '../../src/io/current-shell.ts';
import { renderJson } from '../../src/render/json.ts';
import { commandLine } from '../../src/terminal/shell.ts';
import { runBin } from '../support/bin.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix } from '../support/requirements.ts';
import { sampleSetup } from '../support/setup-fixture.ts';
import { Terminal } from '../support/terminal.ts';

const path = 'my own setup file.json';
const undo = commandLine(['zi-oauth-setup', 'rotate', path, '--undo'], shellOf({}, process.platform));

/** A failure, and a success with a command line, for a file whose name has spaces. */
const commands: readonly (readonly [args: readonly string[], whole: readonly string[]])[] = [
  [['--yes', '-r', 'na', '-s', 'all', '-o', path], []],
  [['rotate', path], [`    ${undo}`]],
];

const environments: readonly (readonly [
  name: string,
  env: Record<string, string>,
  inTerminal: boolean,
  inPipe: boolean,
])[] = [
  ['nothing set', {}, true, false],
  ['NO_COLOR', { NO_COLOR: '1' }, false, false],
  ['FORCE_COLOR', { FORCE_COLOR: '1' }, true, true],
  ['NO_COLOR and FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, false, false],
  ['TERM=dumb', { TERM: 'dumb' }, false, false],
];

const colors = /\x1b\[[\d;]*m/g;

function folderWithSetup(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, path), renderJson(sampleSetup()), { mode: 0o600 });
  return folder;
}

/** What is reported about the file: everything but the result, which a terminal also shows. */
function expectFit(said: string, columns: number, whole: readonly string[], isColored: boolean): void {
  expect(colors.test(said)).toBe(isColored);
  colors.lastIndex = 0;
  const lines = said.replace(colors, '').split(/\r?\n/);
  for (const line of whole) expect(lines).toContain(line);
  expect(lines.some((line) => line.includes(path))).toBe(true);
  const isCommand = /^\s+zi-oauth-setup /;
  const broken = lines.filter(
    (line) => line.length > columns && !isCommand.test(line) && /\s\S+\s/.test(line.replace(path, '')),
  );
  expect(broken).toEqual([]);
}

describe.each(commands)('%j', (args, whole) => {
  test.each(environments)('in a pipe with %s', async (_name, env, _inTerminal, isColored) => {
    const { stderr } = await runBin(args, { cwd: folderWithSetup(), env });
    expectFit(stderr, 80, whole, isColored);
  });

  for (const columns of [40, 80]) {
    onPosix.each(environments)(
      `in a terminal of ${columns} columns with %s`,
      async (_name, env, isColored) => {
        const cwd = folderWithSetup();
        const terminal = new Terminal({ args, cwd, env, columns });
        onTestFinished(() => terminal.kill());
        await terminal.exit;
        const [said = ''] = terminal.transcript.split(/(?:\x1b\[[\d;]*m)*Advanced options,/);
        expectFit(said, columns, whole, isColored);
      },
    );
  }
});
