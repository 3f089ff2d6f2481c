// Measures what a user notices, next to something comparable, and prints one table: npm run bench
// Nothing is asserted. ROUNDS=5 makes it short. The ratios are medians of runs that take turns.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableOf } from '../../support/table.mjs';
import { npxRows } from './npx.mjs';
import { pairRows } from './pairs.mjs';
import { promptRows } from './prompt.mjs';
import { sizeRows } from './size.mjs';
import { startRows } from './start.mjs';
import { packSubjects } from './subjects.mjs';

const rounds = Number(process.env.ROUNDS ?? 25);
// Runs that take about a second.
const longRounds = Math.ceil(rounds / 2);
const folder = mkdtempSync(join(tmpdir(), 'zi-oauth-setup-bench-'));
const subjects = await packSubjects(folder);

const rows = [
  ...(await promptRows(folder, rounds)),
  ...(await startRows(folder, rounds)),
  ...(await npxRows(folder, subjects, longRounds)),
  ...sizeRows(subjects),
  ...(await pairRows(folder, Math.ceil(longRounds / 2))),
];
console.log(tableOf([['what', 'this program', 'beside', 'ratio', 'goal', 'met?'], ...rows]));
rmSync(folder, { recursive: true });
