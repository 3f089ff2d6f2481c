import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { standardOutput } from '../../src/io/standard-output.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix } from '../support/requirements.ts';

/** Writes a text and returns what the stream received; undefined if it wasn't created. */
async function throughStream(descriptor: number, text: string): Promise<string | undefined> {
  const stream = new PassThrough({ highWaterMark: 1_000_000 });
  let created = false;
  const output = standardOutput(descriptor, () => {
    created = true;
    return stream as unknown as NodeJS.WriteStream;
  });
  await new Promise<void>((resolve, reject) => {
    output.write(Buffer.from(text), (error) => (error ? reject(error) : resolve()));
  });
  return created ? String(stream.read()) : undefined;
}

function opened(path: string, flags: string | number): number {
  const descriptor = openSync(path, flags);
  onTestFinished(() => closeSync(descriptor));
  return descriptor;
}

/** A pipe that doesn't wait for its reader and has room for at most a given number of bytes. */
function pipeWithRoom(bytes: number): number {
  const path = join(temporaryFolder(), 'pipe');
  execFileSync('mkfifo', [path]);
  const descriptor = opened(path, constants.O_RDWR | constants.O_NONBLOCK);
  const page = Buffer.alloc(4096);
  try {
    for (;;) writeSync(descriptor, page);
  } catch {
    for (let read = 0; read < bytes; ) read += readSync(descriptor, page);
  }
  return descriptor;
}

test('a short text for a file needs no stream', async () => {
  const path = join(temporaryFolder(), 'out');
  expect(await throughStream(opened(path, 'w'), 'ümlaut\n')).toBeUndefined();
  expect(readFileSync(path, 'utf8')).toBe('ümlaut\n');
});

test('a long text goes through the stream, so that the program still answers signals', async () => {
  const long = 'a'.repeat(100_000);
  const path = join(temporaryFolder(), 'out');
  expect(await throughStream(opened(path, 'w'), long)).toBe(long);
});

test('an error is passed on', async () => {
  const path = join(temporaryFolder(), 'out');
  const readOnly = opened(path, 'a+') && opened(path, 'r');
  await expect(throughStream(readOnly, 'text')).rejects.toThrow(/EBADF|EPERM/);
});

onPosix('the stream writes what a full pipe has no room for', async () => {
  expect(await throughStream(pipeWithRoom(0), 'text')).toBe('text');
  const [room, text] = [4096, 'a'.repeat(10_000)];
  expect(await throughStream(pipeWithRoom(room), text)).toBe('a'.repeat(10_000 - room));
});
