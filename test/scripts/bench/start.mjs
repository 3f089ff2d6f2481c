import { takeTurns, timeOfNode } from './measure.mjs';
import { createVite, makeEmptyProgram, program } from './subjects.mjs';

const commandsFor = (file) => [
  { args: ['--version'], wanted: 'at most 1.2' },
  { args: ['--help'], wanted: 'at most 1.4' },
  { args: ['pkce', '-f', 'json'], wanted: 'at most 1.4' },
  { args: ['setup', '--yes', '-r', 'na', '-s', 'all', '-f', 'json'], wanted: 'at most 1.5' },
  { args: ['show', file], wanted: '' },
  { args: ['verify', file], wanted: '' },
  { args: ['rotate', file, '--dry-run'], wanted: '' },
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
  const rowOf = (name, peer, wanted) => [
    `start: ${name}`,
    `${turns.milliseconds(name).toFixed(0)} ms`,
    `${peer}: ${turns.milliseconds(peer).toFixed(0)} ms`,
    turns.ratio(name, peer).toFixed(2),
    wanted,
  ];
  return commands.flatMap(({ name, wanted }) => [
    rowOf(name, 'node empty.mjs', wanted),
    rowOf(name, 'create-vite --help', ''),
  ]);
}
