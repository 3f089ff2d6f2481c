import { fileURLToPath } from 'node:url';
import { runWell } from '../../support/child.mjs';
import { atLeast, below, noGoal } from './goals.mjs';
import { peakOfNode, takeTurns, timeOfNode } from './measure.mjs';
import { makeEmptyProgram, program } from './subjects.mjs';

const counts = [1, 1000, 100_000, 1_000_000];
const most = Math.max(...counts);

const peerScript = (name) => fileURLToPath(new URL(`peers/${name}`, import.meta.url));
const argsFor = (count) => [program, 'pkce', '-f', 'json', '--count', String(count)];

/** Ways to generate pairs, each with the number of pairs that takes about a second. */
const peers = {
  'a bare loop': { count: 1_000_000, time: (count) => timeOfNode([peerScript('bare-loop.mjs'), `${count}`]) },
  'pkce-challenge': {
    count: 20_000,
    time: (count) => timeOfNode([peerScript('pkce-challenge.mjs'), `${count}`]),
  },
  "Jitterbit's openssl lines": {
    count: 20,
    time: async (count) =>
      (await runWell('bash', [peerScript('openssl.sh'), `${count}`], { output: 'ignore' })).milliseconds,
  },
};

const inWords = (number) => Math.round(number).toLocaleString('en');

/** Pairs per second of the whole process, then how time and memory grow with the number of pairs. */
export async function pairRows(folder, rounds) {
  const own = Object.fromEntries(counts.map((count) => [count, () => timeOfNode(argsFor(count))]));
  const others = Object.fromEntries(
    Object.entries(peers).map(([name, { count, time }]) => [name, () => time(count)]),
  );
  const turns = await takeTurns({ ...own, ...others }, rounds);
  return [...rateRows(turns), ...growthRows(turns), ...(await peakRows(makeEmptyProgram(folder)))];
}

function rateRows(turns) {
  const rate = (most / turns.milliseconds(most)) * 1000;
  return Object.entries(peers).map(([name, { count }]) => {
    const peerRate = (count / turns.milliseconds(name)) * 1000;
    const ratio = most / count / turns.ratio(most, name);
    const beside = `${name}: ${inWords(peerRate)}`;
    return ['pairs per second', inWords(rate), beside, ratio.toFixed(2), ...atLeast(1_000_000, rate)];
  });
}

/** Time per pair without the startup: the same for any number of pairs if growth is linear. */
function growthRows(turns) {
  const microseconds = (count) => ((turns.milliseconds(count) - turns.milliseconds(1)) / (count - 1)) * 1000;
  return [
    [
      `time per pair, --count ${inWords(most)}`,
      `${microseconds(most).toFixed(2)} µs`,
      `--count ${inWords(most / 10)}: ${microseconds(most / 10).toFixed(2)} µs`,
      (microseconds(most) / microseconds(most / 10)).toFixed(2),
      'about 1: linear',
      '',
    ],
  ];
}

async function peakRows(empty) {
  const base = await peakOfNode([empty]);
  const rows = [];
  for (const count of counts) {
    const peak = await peakOfNode(argsFor(count));
    rows.push([
      `peak memory, --count ${inWords(count)}`,
      `${peak.toFixed(0)} MiB`,
      `node empty.mjs: ${base.toFixed(0)} MiB`,
      (peak / base).toFixed(2),
      ...(count === most ? below(100, peak, 'MiB') : noGoal),
    ]);
  }
  return rows;
}
