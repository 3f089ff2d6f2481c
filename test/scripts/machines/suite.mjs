import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveTo, runOn } from './machine.mjs';
import { copyProject } from './workshop.mjs';

let ordinaryProject;

/** Runs all tests of the project on the machine. `inSuite` is what the machine needs for them. */
export async function trySuite({ inSuite = {}, ...row }, workshop) {
  const machine = { ...row, env: { ...row.env, ...inSuite.env } };
  const project = await projectFor(inSuite, workshop);
  await giveTo(machine, project);
  const reportFolder = workshop.newFolder();
  await giveTo(machine, reportFolder);
  const file = join(reportFolder, 'report.json');
  const args = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...(inSuite.args ?? []),
  ];
  const vitest = join(project, 'node_modules/vitest/vitest.mjs');
  const ending = await runOn(machine, vitest, args, { cwd: project });
  const counts = readReport(file, ending);
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = counts;
  const result = `tests: ${passed} passed, ${failed} failed, ${skipped} skipped`;
  // Failures are on standard error, including those before any test.
  if (ending.status !== 0) throw new Error(`${result}\n${ending.stderr}`);
  return result;
}

/** One copy for all machines, except for those that need their own packages. */
async function projectFor({ adapt }, workshop) {
  if (adapt === undefined) {
    ordinaryProject ??= copyProject(workshop);
    return ordinaryProject;
  }
  const project = copyProject(workshop);
  await adapt(project);
  return project;
}

function readReport(file, { status, stdout, stderr }) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`the tests didn't run, exit code ${status}\n${stdout}${stderr}`);
  }
}
