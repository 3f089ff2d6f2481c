'use strict';
// Loaded into the program with --require: makes a node:fs call fail, or kills the process there.
// BREAK_FS is `function:code`, `function:KILL` (kills after the call), `function:before-KILL`, or `function:RACE:path`
// (another program writes the file first). `function@2` starts with the second call. Commas separate several faults.
const fs = require('node:fs');

for (const each of process.env.BREAK_FS.split(',')) breakCall(...each.split(':'));

function breakCall(call, fault, path) {
  const [name, from = '1'] = call.split('@');
  const original = fs[name];
  let calls = 0;

  fs[name] = function broken(...args) {
    calls += 1;
    if (calls < Number(from)) return original.apply(this, args);
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
}
