'use strict';
// Loaded into the program with --require: makes one call of node:fs fail, or kills the process there.
// BREAK_FS is `function:code` or `function:KILL`; `before-` in front of KILL kills instead of doing it.
const fs = require('node:fs');

const [name, fault] = process.env.BREAK_FS.split(':');
const original = fs[name];

fs[name] = function broken(...args) {
  if (fault === 'before-KILL') process.kill(process.pid, 'SIGKILL');
  if (fault === 'KILL') {
    original.apply(this, args);
    process.kill(process.pid, 'SIGKILL');
  }
  throw Object.assign(new Error(`${fault}: broken on purpose`), { code: fault, syscall: name });
};
