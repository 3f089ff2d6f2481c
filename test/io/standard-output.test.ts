import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { standardOutput } from '../../src/io/standard-output.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onPosix } from '../support/requirements.ts';

/** Writes texts and returns what the stream received; undefined if it wasn't created. */
async function throughStream(descriptor: number, ...texts: string[]): Promise<string | undefined> {
  const stream = new PassThrough({ highWaterMark: 1_000_000 });
  let created = false;
  const output = standardOutput(descriptor, () => {
    created = true;
    return stream as unknown as NodeJS.WriteStream;
  });
  for (const text of texts)
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

onPosix('a text that is discarded needs no stream, and any other device may need one', async () => {
  expect(await throughStream(opened('/dev/null', 'w'), 'text')).toBeUndefined();
  const stream = { isTTY: true, on: () => stream };
  const { terminal } = standardOutput(opened('/dev/zero', 'r'), () => stream as never);
  expect(terminal).toBe(stream);
});

test('more text than a pipe takes goes through the stream, at once or in pieces', async () => {
  const long = 'a'.repeat(10_000);
  const path = join(temporaryFolder(), 'out');
  expect(await throughStream(opened(path, 'w'), long)).toBe(long);
  const half = long.slice(0, 5000);
  expect(await throughStream(opened(path, 'w'), half, half)).toBe(half);
  expect(readFileSync(path, 'utf8')).toBe(half);
});

test('an error is passed on', async () => {
  const path = join(temporaryFolder(), 'out');
  const readOnly = opened(path, 'a+') && opened(path, 'r');
  await expect(throughStream(readOnly, 'text')).rejects.toThrow(/EBADF|EPERM/);
});

onPosix('the stream writes what a full pipe has no room for', async () => {
  expect(await throughStream(pipeWithRoom(0), 'text')).toBe('text');
  const [room, text] = [4096, 'a'.repeat(6000)];
  expect(await throughStream(pipeWithRoom(room), text)).toBe('a'.repeat(6000 - room));
});
