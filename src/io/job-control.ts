import { readdirSync, readFileSync } from 'node:fs';

/** A process, as far as job control is concerned. */
export interface Process {
  readonly id: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
}

/**
 * Stops this process and the rest of its job, such as npx, as the terminal does on Ctrl-Z outside raw mode. Does nothing
 * if a stop signal has no effect.
 * @param leave returns the terminal to the shell
 */
export function suspendJob(leave: () => void): void {
  if (process.platform === 'win32' || isOrphaned(runningProcesses(), process.pid)) return;
  leave();
  // Returns when the job resumes. 0 is the caller's group, kill(2).
  process.kill(0, 'SIGTSTP');
}

/**
 * Reads the size of the window again, and emits `resize` on the terminal streams if it has changed. Node does so on
 * SIGWINCH, which the system doesn't send to a job that is stopped or in the background.
 */
export function rereadWindow(): void {
  process.emit('SIGWINCH', 'SIGWINCH');
}

/**
 * Whether the process is in an orphaned process group (POSIX.1, 3.264): no member has a parent in another group of the
 * same session, so nothing could continue it, and the kernel discards stop signals. False if that is unknown.
 */
export function isOrphaned(processes: readonly Process[], id: number): boolean {
  const byId = new Map(processes.map((each) => [each.id, each]));
  const own = byId.get(id);
  if (own === undefined || own.group === 0) return false;
  return processes
    .filter(({ group }) => group === own.group)
    .every(({ parent: parentId }) => {
      if (parentId === 0) return true;
      const parent = byId.get(parentId);
      return parent !== undefined && (parent.group === own.group || parent.session !== own.session);
    });
}

/** The processes that Linux lists, proc(5); none on other systems. */
function runningProcesses(): Process[] {
  try {
    const names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return names.flatMap((name) => processOf(name) ?? []);
  } catch {
    return [];
  }
}

/** The program name, in parentheses, can contain anything; the state follows it. */
function processOf(name: string): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
    const [, parent, group, session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { id: Number(name), parent: Number(parent), group: Number(group), session: Number(session) };
  } catch {
    return undefined;
  }
}
