import {
  type ChildProcess,
  type ExecFileException,
  execFile,
  type SpawnOptions,
  spawn,
  spawnSync,
} from 'node:child_process';
import type { Environment } from '../terminal/environment.ts';
import { inheritable } from './inherited-environment.ts';

/** The only place that starts other programs. None of them inherits our secrets. */

/** Starts a program; undefined if that fails immediately: Node throws some errors (ELOOP, ETXTBSY) and emits others. */
function start(command: string, words: readonly string[], options: SpawnOptions): ChildProcess | undefined {
  try {
    return spawn(command, words, options);
  } catch {
    return undefined;
  }
}

/** Starts a program that outlives this one and shares no stream with it; false if it can't be started. */
export function startDetached(command: string, words: readonly string[], env: Environment): Promise<boolean> {
  return new Promise((resolve) => {
    const child = start(command, words, { stdio: 'ignore', detached: true, env: inheritable(env) });
    if (child === undefined) return resolve(false);
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

/** Options for running a program to completion. */
interface QuietRun {
  readonly cwd: string;
  readonly env: Environment;
  readonly timeoutMilliseconds: number;
}

/** Runs a program to completion, without any streams. @returns its exit code, or null if it had none */
export function runQuietly(
  command: string,
  words: readonly string[],
  { cwd, env, timeoutMilliseconds }: QuietRun,
): number | null {
  const options = { cwd, env: inheritable(env), stdio: 'ignore', timeout: timeoutMilliseconds } as const;
  return spawnSync(command, words, options).status;
}

/** What a program reads, and how long it may take. */
interface InputRun {
  readonly input: Buffer;
  readonly env: Environment;
  readonly timeoutMilliseconds: number;
}

/**
 * Runs a program that reads a text; true if it succeeds in time. A child that it leaves in the background, as xclip does,
 * isn't waited for. If it is still running when the time is up or this program exits, it is killed.
 */
export function runWithInput(
  command: string,
  words: readonly string[],
  { input, env, timeoutMilliseconds }: InputRun,
): Promise<boolean> {
  return new Promise((resolve) => {
    // In a separate group, so that Ctrl-C doesn't end the owner of the clipboard.
    const isGroup = process.platform !== 'win32';
    const child = start(command, words, {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: inheritable(env),
      detached: isGroup,
      windowsHide: true,
    });
    if (child === undefined) return resolve(false);
    const kill = (): void => killAll(child, isGroup);
    const end = (isDone: boolean): void => {
      clearTimeout(timer);
      process.off('exit', kill);
      resolve(isDone);
    };
    const timer = setTimeout(() => {
      kill();
      end(false);
    }, timeoutMilliseconds);
    process.once('exit', kill);
    child.once('error', () => end(false)).once('exit', (exitCode) => end(exitCode === 0));
    child.stdin?.on('error', () => {}).end(input);
  });
}

function killAll({ pid }: ChildProcess, isGroup: boolean): void {
  try {
    if (pid !== undefined) process.kill(isGroup ? -pid : pid, 'SIGKILL');
  } catch {
    // It has already exited.
  }
}

/**
 * Runs a script in a separate Node process, which the signal ends, and collects its output. If no process can be started,
 * `ended` gets the error.
 */
export function runNode(
  program: string,
  words: readonly string[],
  { env, signal }: { readonly env: Environment; readonly signal: AbortSignal },
  ended: (error: ExecFileException | null, stdout: string) => void,
): void {
  const options = { env: inheritable(env), signal, killSignal: 'SIGKILL', windowsHide: true } as const;
  try {
    execFile(process.execPath, ['-e', program, '--', ...words], options, ended);
  } catch (error) {
    ended(error as ExecFileException, '');
  }
}
