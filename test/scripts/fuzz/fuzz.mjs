// Runs the real program with random command lines, environments, setup files, and standard inputs, and checks rules
// that must always hold. Nothing leaves the machine. A seed determines everything, so a failure can be repeated:
//   SECONDS=300 npm run fuzz
//   SEED=123 RUNS=1 npm run fuzz
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run as runProgram } from '../../support/child.mjs';
import { commandLine } from './command-lines.mjs';
import { environment } from './environments.mjs';
import { contentOf, fillFolder, standardInput } from './folder.mjs';
import { startHostileProxy } from './hostile-proxy.mjs';
import { brokenRules } from './judge.mjs';
import { paste } from './pastes.mjs';
import { randomFrom } from './random.mjs';
import { newSecrets, setupMaker } from './samples.mjs';
import { startServer } from './server.mjs';
import { reproduction } from './shell.mjs';
import { optionTables } from './tables.mjs';

const bin = fileURLToPath(new URL('../../../bin/zi-oauth-setup.js', import.meta.url));
const seconds = Number(process.env.SECONDS ?? 60);
const firstSeed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const mostRuns = Number(process.env.RUNS ?? Number.POSITIVE_INFINITY);
const workers = 2;

/** A run that takes longer counts as hanging. Requests may take two seconds, and the listener one. */
const millisecondsForRun = 20_000;

const setupWith = setupMaker(bin);
const server = await startServer();
const proxy = await startHostileProxy();
const tables = await optionTables();
const end = Date.now() + seconds * 1000;
const codes = new Map();
let runs = 0;
let failures = 0;

console.log(`Seed ${firstSeed}, for ${seconds} s.`);
await Promise.all(Array.from({ length: workers }, work));
server.close();
proxy.close();
const counts = [...codes].sort(([a], [b]) => a - b).map(([code, count]) => `${count} × ${code}`);
console.log(`${runs} runs, seed ${firstSeed}; exit codes: ${counts.join(', ')}; ${failures} failed.`);
process.exitCode = failures > 0 ? 1 : 0;

/** Each run has its own seed, regardless of the worker. */
async function work() {
  while (Date.now() < end && runs < mostRuns) {
    const seed = firstSeed + runs;
    runs += 1;
    const { folder, run } = await performRun(seed);
    codes.set(run.status, (codes.get(run.status) ?? 0) + 1);
    const broken = brokenRules(run);
    if (broken.length === 0) rmSync(folder, { recursive: true });
    else tell(seed, folder, run, broken);
  }
}

async function performRun(seed) {
  const random = randomFrom(seed);
  const secrets = newSecrets(random);
  const setup = { ...setupWith(secrets), ...endpointsFor(random, seed) };
  const folder = mkdtempSync(join(tmpdir(), 'zi-oauth-setup-fuzz-'));
  fillFolder(folder, random, setup, secrets);
  const { command, args } = commandLine(random, tables, secrets);
  const env = environment(random, secrets, proxy.urlFor(seed));
  const isPaste = command === 'diagnose' && random.chance(0.8);
  const { content: input, isRight = false } = isPaste
    ? paste(random, setup, secrets)
    : { content: standardInput(random, setup, secrets) };
  const before = contentOf(folder);
  const limits = { timeout: millisecondsForRun, killSignal: 'SIGKILL' };
  const ending = await runProgram(process.execPath, [bin, ...args], { cwd: folder, env, input, ...limits });
  const marks = Object.values(secrets);
  const after = contentOf(folder);
  return { folder, run: { command, args, env, input, isRight, marks, before, after, ...ending } };
}

/** Half of the runs have a server that responds; the others use ZoomInfo's own through a missing proxy. */
function endpointsFor(random, seed) {
  if (random.chance(0.5)) return {};
  const endpoints = server.endpointsFor(seed);
  return { ...endpoints, refreshTokenUrl: endpoints.accessTokenUrl };
}

/** Prints how to repeat the run: with its seed, or by hand in its folder, which is kept. */
function tell(seed, folder, run, broken) {
  failures += 1;
  console.log(`\nFAILED (${run.status}): ${broken.join('; ')}`);
  console.log(`  SEED=${seed} RUNS=1 npm run fuzz`);
  console.log(`  ${reproduction(folder, bin, run)}`);
  console.log(`  ${JSON.stringify(run.stderr.slice(0, 600))}`);
}
