import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runWell } from '../../support/child.mjs';
import { giveTo, runOn } from './machine.mjs';

const make = ['setup', '--yes', '-r', 'na', '-s', 'all'];
const given = 'zoominfo.json';
const env = { ZI_OAUTH_CODE_VERIFIER: 'q7Zt0PpXc3VbN1mL9kJh5GfDsA2wErTyUiO4-_x6Y8Q' };

const steps = [
  { args: ['--version'] },
  { args: ['--help'] },
  { args: [...make, '-f', 'json'] },
  { args: ['pkce', '-f', 'json'] },
  { args: ['verify', given, '-f', 'json'] },
  { args: ['show', given, '-f', 'html'] },
  { args: ['show', given, '-f', 'env'] },
  { args: [...make, '-o', 'new.json'], writes: 'new.json' },
  { args: ['rotate', given], writes: given },
  { args: ['setup', '--yes', '-r', 'mars'], status: 2 },
];

/** Kills a program that hangs. No command takes this long on any machine. */
const timeout = 60_000;

const ordinary = {};
let ordinaryEndings;

/** Runs the packed program: what it prints and writes must be the same as on an ordinary machine. */
export async function trySmoke(machine, workshop) {
  ordinaryEndings ??= await endingsOn(ordinary, workshop);
  const endings = await endingsOn(machine, workshop);
  const wanted = ordinaryEndings.map((ending) => differentOn(machine, ending));
  const different = endings.filter((ending, index) => ending.told !== wanted[index].told);
  if (different.length > 0) {
    const others = wanted.filter((ending, index) => ending.told !== endings[index].told);
    const texts = [...different, 'on an ordinary machine:', ...others].map((each) => each.told ?? each);
    throw new Error(`the packed program differs\n${texts.join('\n')}`);
  }
  return `${steps.length} command lines, same results`;
}

/** The exit code of each command line, and the files that remain after it. */
async function endingsOn(machine, workshop) {
  const cwd = await folderFor(machine, workshop);
  const endings = [];
  for (const step of steps) {
    const ending = await runOn(machine, workshop.program, step.args, { cwd, env, timeout });
    if (ending.status !== (step.status ?? 0) && !(machine.readOnly && step.writes))
      throw new Error(`${step.args.join(' ')} exited with ${ending.status}\n${ending.stderr}`);
    endings.push({ step, told: told(step, ending) });
  }
  return [...endings, { told: filesIn(cwd) }];
}

/** A folder of the machine's user that contains a setup. */
async function folderFor(machine, workshop) {
  const cwd = workshop.newFolder();
  await runWell(process.execPath, [workshop.program, ...make, '-o', given], { cwd });
  await giveTo(machine, cwd);
  if (machine.readOnly) chmodSync(cwd, 0o555);
  return cwd;
}

/** Symbols that are ASCII without a UTF-8 locale. */
const symbols = { '✔': '+', '▲': '!' };

/** Pairs are random, and symbols are ASCII without a UTF-8 locale; everything else is the same everywhere. */
function told({ args }, { status, stdout, stderr }) {
  const said = `${stdout}${stderr}`
    .replace(/[✔▲]/g, (symbol) => symbols[symbol])
    .replace(/(?<![\w-])[\w-]{43}(?![\w-])/g, '(random)');
  return `$ zi-oauth-setup ${args.join(' ')}\n${said}exit code ${status}`;
}

function filesIn(folder) {
  const modeOf = (name) => (statSync(join(folder, name)).mode & 0o7777).toString(8);
  return readdirSync(folder)
    .map((name) => `${name} ${modeOf(name)}`)
    .join(', ');
}

/** The expected result on a machine where results must differ. */
function differentOn(machine, ending) {
  if (machine.readOnly) return onReadOnly(ending);
  return machine.windows ? onWindows(ending) : ending;
}

/** A command that can't write leaves no files, and prints one line with the reason. */
function onReadOnly({ step, told: ordinarily }) {
  if (step === undefined) return { told: `${given} 600` };
  if (step.writes === undefined) return { told: ordinarily };
  const stderr = `Error: ${step.writes} couldn't be written: permission denied.\n`;
  return { told: told(step, { status: 6, stdout: '', stderr }) };
}

/** Only what the program says about modes differs on Windows, and the modes that Wine reports. */
function onWindows({ step, told: ordinarily }) {
  const said = ordinarily
    .replaceAll('readable only by you', "the folder's permissions determine who can read it")
    .replace('"pass",\n      "title": "File permissions"', '"skip",\n      "title": "File permissions"')
    .replace('Only you can read the file.', 'Not applicable to standard input or on Windows.');
  return { step, told: step === undefined ? said.replaceAll(' 600', ' 644') : said };
}
