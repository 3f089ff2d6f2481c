'use strict';
// Loaded into the program with --require: makes one call of node:fs fail, or kills the process there.
// BREAK_FS is `function:code`, `function:KILL` (kills behind it), `function:before-KILL`, or `function:RACE:path`,
// where another writer is a moment faster.
const fs = require('node:fs');

const [name, fault, path] = process.env.BREAK_FS.split(':');
const original = fs[name];

fs[name] = function broken(...args) {
  if (fault === 'RACE') {
    fs.writeSync(fs.openSync(path, 'w'), 'the other writer');
    return original.apply(this, args);
  }
  if (fault === 'before-KILL') process.kill(process.pid, 'SIGKILL');
  if (fault === 'KILL') {
    original.apply(this, args);
    process.kill(process.pid, 'SIGKILL');
  }
  throw Object.assign(new Error(`${fault}: broken on purpose`), { code: fault, syscall: name });
};
