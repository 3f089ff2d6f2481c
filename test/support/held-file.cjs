// Keeps HELD_FILE open without sharing it, as a virus scanner or an editor would, until the program has paused HELD_PAUSES
// times.
const { closeSync, openSync } = require('node:fs');

const { HELD_FILE, HELD_PAUSES } = process.env;
/** UV_FS_O_EXLOCK of libuv. On Windows, no other program can then open the file. */
const exclusive = 0x1000_0000;
const descriptor = openSync(HELD_FILE, exclusive);
const { wait } = Atomics;
let pauses = 0;

Atomics.wait = (...args) => {
  pauses += 1;
  if (pauses === Number(HELD_PAUSES)) closeSync(descriptor);
  return wait(...args);
};
