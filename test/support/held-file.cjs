// A file that another program has open without sharing it, as virus scanners and editors do: HELD_FILE, for as many pauses
// of the program as HELD_PAUSES says.
const { closeSync, openSync } = require('node:fs');

const { HELD_FILE, HELD_PAUSES } = process.env;
/** UV_FS_O_EXLOCK of libuv, which for Windows means that nobody else may open the file. */
const exclusive = 0x1000_0000;
const descriptor = openSync(HELD_FILE, exclusive);
const { wait } = Atomics;
let pauses = 0;

Atomics.wait = (...args) => {
  pauses += 1;
  if (pauses === Number(HELD_PAUSES)) closeSync(descriptor);
  return wait(...args);
};
