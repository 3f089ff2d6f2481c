// Measures what a user feels: how long each command takes beside an empty Node program, how many pairs a second come
// out, how much memory that takes, and how large the package is. Everything in one run; nothing is asserted.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'bin/zi-oauth-setup.js');
const folder = mkdtempSync(join(tmpdir(), 'zi-oauth-setup-bench-'));
const empty = join(folder, 'empty.mjs');
const rounds = Number(process.env.ROUNDS ?? 41);
const pairs = 1_000_000;

// Extra certificates cost Node 30 ms at every start and belong to the machine, not to the program.
const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...env } = process.env;
writeFileSync(empty, '');

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

function millisecondsOf(args) {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Pairs of runs, so that what slows the machine down slows both. */
function ratioToEmpty(args) {
  const runs = Array.from({ length: rounds }, () => [
    millisecondsOf([empty]),
    millisecondsOf([bin, ...args]),
  ]);
  return {
    ratio: median(runs.map(([base, run]) => run / base)),
    milliseconds: median(runs.map(([, run]) => run)),
  };
}

const startRows = [
  { args: ['--version'], limit: 1.2 },
  { args: ['--help'], limit: 1.4 },
  { args: ['pkce', '-f', 'json'], limit: 1.4 },
  { args: ['setup', '--yes', '-r', 'na', '-s', 'all', '-f', 'json'], limit: 1.5 },
].map(({ args, limit }) => {
  const { ratio, milliseconds } = ratioToEmpty(args);
  return [
    `start: ${args.join(' ')}`,
    `${ratio.toFixed(2)} of empty (${milliseconds.toFixed(0)} ms)`,
    `at most ${limit}`,
  ];
});

/** Runs `pkce --count` to its end and watches its peak memory (Linux tells it in /proc). */
async function streamOf(count) {
  const start = process.hrtime.bigint();
  const child = spawn(process.execPath, [bin, 'pkce', '-f', 'json', '--count', String(count)], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      clearInterval(timer);
    }
  }, 10);
  await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(timer);
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, peak };
}

const streamRows = [];
for (const count of [1, 1000, pairs / 10, pairs]) {
  const runs = [];
  for (let run = 0; run < 5; run += 1) runs.push(await streamOf(count));
  const seconds = median(runs.map((run) => run.seconds));
  const peak = Math.max(...runs.map((run) => run.peak));
  const rate = count === pairs ? `${Math.round(count / seconds).toLocaleString('en')} pairs a second, ` : '';
  const limit = count === pairs ? 'at least 1,000,000; under 100 MiB' : '';
  streamRows.push([
    `pkce --count ${count}`,
    `${rate}${seconds.toFixed(2)} s, peak ${peak.toFixed(0)} MiB`,
    limit,
  ]);
}

const [{ size, unpackedSize, entryCount }] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
);
const sizeRow = [
  'tarball',
  `${(size / 1000).toFixed(0)} kB, unpacked ${(unpackedSize / 1000).toFixed(0)} kB, ${entryCount} files`,
  'at most 400 kB',
];

const rows = [['what', 'measured', 'wanted'], ...startRows, ...streamRows, sizeRow];
const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)));
for (const row of rows)
  console.log(`| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`);
rmSync(folder, { recursive: true, force: true });
