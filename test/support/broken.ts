import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bareEnvironment, bin, type Ending, endingOf } from './bin.ts';

const patch = fileURLToPath(new URL('./break-fs.cjs', import.meta.url));

/** Runs the real bin with one broken node:fs call. `break-fs.cjs` describes the faults. */
export function runBroken(fault: string, args: readonly string[], folder: string): Promise<Ending> {
  const env = { ...bareEnvironment, BREAK_FS: fault };
  return endingOf(
    spawn(process.execPath, ['--require', patch, bin, ...args], { cwd: folder, env, stdio: 'pipe' }),
  );
}
