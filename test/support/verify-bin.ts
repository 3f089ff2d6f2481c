import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import type { Setup } from '../../src/setup/schema.ts';
import { bin } from './bin.ts';

export interface BinResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface BinRun {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Other words in front of `node`, such as a tracer. */
  readonly wrapper?: readonly string[];
  /** Sends a signal, once, when standard error has this in it. */
  readonly signal?: readonly [when: string, signal: NodeJS.Signals];
}

/** The real program in a process of its own, in an environment with nothing of ours in it. */
export function runVerifyBin(words: readonly string[], run: BinRun = {}): Promise<BinResult> {
  const { env = {}, input = '', wrapper = [], signal: [when, signal] = [] } = run;
  const [command = '', ...rest] = [...wrapper, process.execPath, bin, 'verify', ...words];
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, { env: { PATH: process.env.PATH ?? '', ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      const isNew = when !== undefined && !stderr.includes(when);
      stderr += text;
      if (isNew && stderr.includes(when)) child.kill(signal);
    });
    child.on('error', reject).on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
    child.stdin.on('error', () => {}).end(input);
  });
}

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A folder of its own for each call, also for what all tests of a file share; removed behind the last of them. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zi-verify-'));
  folders.push(folder);
  return folder;
}

export function savedSetup(setup: Setup, mode = 0o600): string {
  const path = join(newFolder(), 'zoominfo.json');
  writeFileSync(path, renderJson(setup), { mode });
  return path;
}
