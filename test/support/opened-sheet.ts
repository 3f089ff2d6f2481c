import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startBin } from './bin.ts';
import { temporaryFolder } from './folder.ts';
import { sampleSetup } from './setup-fixture.ts';

export const addressInText = /http:\/\/127\.0\.0\.1:\d+\/[\w-]+/;

export function folderWithSetup(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'zoominfo.json'), JSON.stringify(sampleSetup()));
  return folder;
}

/** Starts `show --open` with a browser that does nothing. */
export function openSheet(folder: string, args = ['zoominfo.json']): ChildProcess {
  const child = startBin(['show', ...args, '--open'], {
    cwd: folder,
    env: { BROWSER: 'true', TMPDIR: folder },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Waits until the program prints the sheet's URL. */
export function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      const [address] = addressInText.exec(said) ?? [];
      if (address !== undefined && said.includes('to close it')) resolve(address);
    });
    child.once('close', () => reject(new Error(said)));
  });
}
