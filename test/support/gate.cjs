// Holds the program at its start until its standard input ends, so that several runs are under way before any writes.
const { readSync, writeSync } = require('node:fs');

writeSync(2, 'at the gate\n');
try {
  readSync(0, Buffer.alloc(1));
} catch {
  // The end of a pipe is an error on Windows.
}
