// Measures what users notice, compares it with similar programs, and prints a table: npm run bench
// Asserts nothing. ROUNDS=5 makes it faster. Runs alternate, and ratios are medians.
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
// For runs that take about a second.
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
console.log(tableOf([['what', 'this program', 'compared with', 'ratio', 'goal', 'met?'], ...rows]));
rmSync(folder, { recursive: true });
