import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The program as shipped: the real bin with the built bundle. */
export const bin = fileURLToPath(new URL('../../bin/zi-oauth-setup.js', import.meta.url));

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard error without line wraps. */
  readonly said: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Text for standard input, which is then closed; `open`: a pipe that never closes. */
  readonly stdin?: string | Buffer;
  /** Words before `node`, such as a tracer. */
  readonly wrapper?: readonly string[];
  /** Sends a signal once standard error contains this text. */
  readonly signal?: readonly [when: string, signal: NodeJS.Signals];
}

/** Only what a program needs to start, so that the caller's environment doesn't affect a test. */
export const bareEnvironment: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '/',
  LANG: 'C.UTF-8',
};

/** The value of NODE_OPTIONS that loads a file before the program. */
export const requiring = (path: string): string => `--require ${JSON.stringify(path)}`;

/** Starts the real bin in a new process. */
export function startBin(args: readonly string[], options: RunOptions = {}): ChildProcess {
  const { env = {}, cwd, wrapper = [] } = options;
  const [command = '', ...words] = [...wrapper, process.execPath, bin, ...args];
  return spawn(command, words, { env: { ...bareEnvironment, ...env }, cwd, stdio: 'pipe' });
}

/** Runs the real bin until it exits, and collects its output. */
export async function runBin(args: readonly string[], options: RunOptions = {}): Promise<Ending> {
  const child = startBin(args, options);
  if (options.stdin !== 'open') child.stdin?.end(options.stdin ?? '');
  if (options.signal !== undefined) signalWhen(child, ...options.signal);
  return endingOf(child);
}

function signalWhen(child: ChildProcess, when: string, signal: NodeJS.Signals): void {
  let said = '';
  child.stderr?.on('data', (chunk) => {
    const isNew = !said.includes(when);
    said += chunk;
    if (isNew && said.includes(when)) child.kill(signal);
  });
}

export function endingOf(child: ChildProcess): Promise<Ending> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdin?.on('error', () => {});
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      child.stdin?.destroy();
      resolve({ code, signal, stdout, stderr, said: stderr.replace(/\s+/g, ' ') });
    });
  });
}
