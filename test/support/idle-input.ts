import { PassThrough } from 'node:stream';

/** The part of standard input that serving a page needs. It stays idle until a test pushes something. */
export const idleInput = (isTTY = true): NodeJS.ReadStream =>
  Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.ReadStream;
