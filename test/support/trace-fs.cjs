'use strict';
// Loaded into the program with --require: writes each call of node:fs that concerns the folder of TRACE_FS or an open
// file, as `function@number`, to the file TRACE_FS_TO. The numbers are those that break-fs.cjs counts.
const fs = require('node:fs');

const traced = [];
const calls = [
  ...['closeSync', 'fchmodSync', 'fchownSync', 'fstatSync', 'fsyncSync', 'linkSync', 'lstatSync', 'openSync'],
  ...['readFileSync', 'readSync', 'readdirSync', 'renameSync', 'statSync', 'unlinkSync', 'writeFileSync'],
];
let isTracing = false;

for (const name of calls) {
  const original = fs[name];
  let count = 0;
  fs[name] = function tracing(...args) {
    count += 1;
    const place = String(args[0]);
    isTracing ||= place === process.env.TRACE_FS;
    const isForeign = /[\\/]dist[\\/]|^[\\/](?:etc|proc)[\\/]|package\.json$/.test(place);
    if (isTracing && !isForeign) traced.push(`${name}@${count}\n`);
    return original.apply(this, args);
  };
}

process.on('exit', () => fs.writeFileSync(process.env.TRACE_FS_TO, traced.join('')));
