// Tries the program on other versions of Node, on unusual machines, and with runners other than npx, and prints a table.
// Exits with 1 if a row failed.
//   npm run machines                      everything
//   npm run machines -- node@24 pnpm      the row with that name, or else all rows whose names contain it
import { rmSync } from 'node:fs';
import { tableOf } from '../../support/table.mjs';
import { nodeMachines } from './nodes.mjs';
import { oddMachines } from './odd.mjs';
import { runners, tryRunner } from './runners.mjs';
import { tryMachine } from './try.mjs';
import { windowsMachines } from './windows.mjs';
import { makeWorkshop } from './workshop.mjs';

const words = process.argv.slice(2);
const all = [
  ...[...nodeMachines, ...oddMachines, ...windowsMachines].map((machine) => ({
    ...machine,
    ran: machine.suite ? 'packed program, all tests' : 'packed program',
    attempt: tryMachine,
  })),
  ...runners.map((runner) => ({ ...runner, ran: 'packed program from a registry', attempt: tryRunner })),
];
const names = all.map(({ name }) => name);
const chosen = all.filter(({ name }) => words.length === 0 || words.some((word) => means(word, name)));
if (chosen.length === 0) {
  console.error(`Unknown row. Use: ${names.join(', ')}`);
  process.exit(2);
}

const workshop = await makeWorkshop();
const outcomes = [];
for (const row of chosen) outcomes.push(await outcomeOf(row));

console.log(`\n${tableOf([['machine', 'what', 'what ran', 'result', 'seconds'], ...outcomes.map(cellsOf)])}`);
const failed = outcomes.filter(({ failure }) => failure !== undefined);
for (const { name, failure } of failed) console.log(`\nFAILED: ${name}\n${failure}`);
process.exitCode = failed.length > 0 ? 1 : 0;
rmSync(workshop.folder, { recursive: true });

function means(word, name) {
  return names.includes(word) ? name === word : name.includes(word);
}

/** Reports the row immediately, since the table takes many minutes. */
async function outcomeOf(row) {
  const start = Date.now();
  const outcome = await row.attempt(row, workshop).then(
    (result) => ({ result }),
    ({ message }) => ({ result: `FAILED: ${message.split('\n', 1)[0]}`, failure: message }),
  );
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(`${row.name}: ${outcome.result} (${seconds} s)`);
  return { ...row, ...outcome, seconds };
}

function cellsOf({ name, what, ran, result, seconds }) {
  return [name, what, ran, result, `${seconds}`];
}
