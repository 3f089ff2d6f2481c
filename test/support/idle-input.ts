import { PassThrough } from 'node:stream';

/** The part of standard input that serving a page needs; nothing comes until something is pushed. */
export const idleInput = (isTTY = false): NodeJS.ReadStream =>
  Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.ReadStream;
