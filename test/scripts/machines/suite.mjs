import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveTo, runOn } from './machine.mjs';
import { copyProject } from './workshop.mjs';

let project;

/** Runs all tests of the project on the machine. */
export async function trySuite(machine, workshop) {
  project ??= copyProject(workshop);
  await giveTo(machine, project);
  const reportFolder = workshop.newFolder();
  await giveTo(machine, reportFolder);
  const file = join(reportFolder, 'report.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const vitest = join(project, 'node_modules/vitest/vitest.mjs');
  const ending = await runOn(machine, vitest, args, { cwd: project });
  const counts = readReport(file, ending);
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = counts;
  const result = `tests: ${passed} passed, ${failed} failed, ${skipped} skipped`;
  // Failures are on standard error, including those before any test.
  if (ending.status !== 0) throw new Error(`${result}\n${ending.stderr}`);
  return result;
}

function readReport(file, { status, stdout, stderr }) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`the tests did not run, exit code ${status}\n${stdout}${stderr}`);
  }
}
