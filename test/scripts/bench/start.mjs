import { atMost, noGoal } from './goals.mjs';
import { takeTurns, timeOfNode } from './measure.mjs';
import { createVite, makeEmptyProgram, program } from './subjects.mjs';

const commandsFor = (file) => [
  { args: ['--version'], most: 0.85 },
  { args: ['--help'], most: 0.9 },
  { args: ['pkce', '-f', 'json'], most: 0.95 },
  { args: ['setup', '--yes', '-r', 'na', '-s', 'all', '-f', 'json'], most: 1 },
  { args: ['verify', file], most: 1.05 },
  { args: ['show', file], most: 1.05 },
  { args: ['rotate', file, '--dry-run'] },
];

/** How long each command takes from start to exit. */
export async function startRows(folder, rounds) {
  const file = 'zoominfo.json';
  const options = { cwd: folder };
  await timeOfNode([program, 'setup', '--yes', '-r', 'na', '-s', 'all', '-o', file], options);
  const commands = commandsFor(file).map((each) => ({ ...each, name: each.args.join(' ') }));
  const empty = makeEmptyProgram(folder);
  const turns = await takeTurns(
    {
      'node empty.mjs': () => timeOfNode([empty], options),
      'create-vite --help': () => timeOfNode([createVite, '--help'], options),
      ...Object.fromEntries(
        commands.map(({ name, args }) => [name, () => timeOfNode([program, ...args], options)]),
      ),
    },
    rounds,
  );
  const rowOf = (name, peer, most) => {
    const ratio = turns.ratio(name, peer);
    return [
      `start: ${name}`,
      `${turns.milliseconds(name).toFixed(0)} ms`,
      `${peer}: ${turns.milliseconds(peer).toFixed(0)} ms`,
      ratio.toFixed(2),
      ...(most === undefined ? noGoal : atMost(most, ratio)),
    ];
  };
  return [
    ...commands.map(({ name, most }) => rowOf(name, 'create-vite --help', most)),
    // The time of Node itself, a lower limit for every program.
    rowOf('node empty.mjs', 'create-vite --help'),
  ];
}
