import { fileURLToPath } from 'node:url';
import { runWell } from '../../support/child.mjs';

const reportPeak = fileURLToPath(new URL('report-peak.cjs', import.meta.url));

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * Times each of the named runs once per round, so that a slower machine slows all of them, and returns the
 * median of each and the median of their ratios. Each round begins with another run, since one may slow down the next.
 */
export async function takeTurns(runs, rounds) {
  const entries = Object.entries(runs);
  const taken = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = round % entries.length;
    const times = {};
    for (const [name, run] of [...entries.slice(first), ...entries.slice(0, first)])
      times[name] = await run();
    taken.push(times);
  }
  return {
    milliseconds: (name) => median(taken.map((times) => times[name])),
    ratio: (name, peer) => median(taken.map((times) => times[name] / times[peer])),
  };
}

/** How long Node takes to run a script. */
export async function timeOfNode(args, options) {
  return (await runWell(process.execPath, args, { output: 'ignore', ...options })).milliseconds;
}

/** The peak resident memory of Node during a script, in MiB. */
export async function peakOfNode(args) {
  const { report } = await runWell(process.execPath, ['--require', reportPeak, ...args], {
    output: 'ignore',
  });
  return Number(report) / 1024;
}
