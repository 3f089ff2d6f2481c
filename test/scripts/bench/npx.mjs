import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment, runWell } from '../../support/child.mjs';
import { npmSettings, startRegistry } from '../../support/registry.mjs';
import { atMost } from './goals.mjs';
import { takeTurns } from './measure.mjs';

const latencies = [0, 40];

/** How long the first `npx` run takes, and how many packages it installs. */
export async function npxRows(folder, subjects, rounds) {
  const rows = [];
  for (const latency of latencies) {
    const registry = await startRegistry(Object.values(subjects), latency);
    const installed = new Map();
    const coldRun = async ({ manifest: { name } }) => {
      const { milliseconds, packages } = await runCold(folder, registry.address, name);
      installed.set(name, packages);
      return milliseconds;
    };
    const runs = Object.fromEntries(
      Object.values(subjects).map((subject) => [subject.manifest.name, () => coldRun(subject)]),
    );
    rows.push(...rowsOf(subjects, await takeTurns(runs, rounds), latency));
    registry.close();
    if (latency === latencies.at(-1)) rows.push(packagesRow(subjects, installed));
  }
  return rows;
}

/** One run of `npx` with an empty cache. */
async function runCold(folder, registry, name) {
  const cwd = mkdtempSync(join(folder, 'home-'));
  const settings = npmSettings(cwd, registry);
  const env = { ...cleanEnvironment, ...settings };
  const { milliseconds } = await runWell('npx', ['--yes', name, '--help'], { cwd, env, output: 'ignore' });
  const packages = packagesIn(join(settings.npm_config_cache, '_npx'));
  rmSync(cwd, { recursive: true });
  return { milliseconds, packages };
}

function packagesIn(npxFolder) {
  const [hash] = readdirSync(npxFolder);
  const lock = JSON.parse(readFileSync(join(npxFolder, hash, 'node_modules/.package-lock.json'), 'utf8'));
  return Object.keys(lock.packages).length;
}

function rowsOf({ ours, createVite, empty }, turns, latency) {
  const rowFor = (peer, most) => {
    const ratio = turns.ratio(ours.manifest.name, peer.manifest.name);
    return [
      `cold npx, ${latency} ms latency`,
      `${turns.milliseconds(ours.manifest.name).toFixed(0)} ms`,
      `${peer.manifest.name}: ${turns.milliseconds(peer.manifest.name).toFixed(0)} ms`,
      ratio.toFixed(2),
      ...atMost(most, ratio),
    ];
  };
  return [rowFor(empty, 1.1), rowFor(createVite, 0.8)];
}

function packagesRow({ ours, createVite }, installed) {
  const [mine, theirs] = [ours, createVite].map(({ manifest: { name } }) => installed.get(name));
  const ratio = (mine / theirs).toFixed(2);
  return ['packages installed', `${mine}`, `create-vite: ${theirs}`, ratio, ...atMost(1, mine)];
}
