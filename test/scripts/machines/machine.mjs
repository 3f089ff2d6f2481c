import { delimiter, dirname } from 'node:path';
import { cleanEnvironment, run, runWell } from '../../support/child.mjs';

export const isRoot = process.getuid?.() === 0;

/** A user and a group without an account on any machine. */
const strangerId = 54_321;

const stranger = ['setpriv', `--reuid=${strangerId}`, `--regid=${strangerId}`, '--clear-groups', '--'];

/** An ordinary machine. Each row changes something. With CI set, no test may be skipped. */
const ordinary = { CI: 'true', LANG: 'C.UTF-8', LC_ALL: undefined, TERM: 'xterm-256color', TZ: undefined };

/** Runs a script on the machine: its Node, which also comes first on PATH, its environment, its user. */
export function runOn(machine, script, args, { env = {}, ...options } = {}) {
  const { nodePath = process.execPath, wrapper = [] } = machine;
  const [first, ...rest] = [...wrapper, ...userOf(machine), nodePath, script, ...args];
  const PATH = [dirname(nodePath), process.env.PATH].join(delimiter);
  return run(first, rest, {
    env: { ...cleanEnvironment, ...ordinary, PATH, ...env, ...machine.env },
    ...options,
  });
}

/** Only root can become another user; any other user isn't root, which matters most. */
function userOf(machine) {
  return machine.stranger && isRoot ? stranger : [];
}

/** Gives a file, or a folder with everything in it, to the user of the machine. */
export async function giveTo(machine, path) {
  if (userOf(machine).length > 0) await runWell('chown', ['-hR', `${strangerId}:${strangerId}`, path]);
}
