// Loaded before the program: records which of its files and which expensive Node.js modules a run loads.
const { writeFileSync } = require('node:fs');
const { basename, dirname } = require('node:path');

const costly = [
  'child_process',
  'crypto',
  'dns',
  'http',
  'https',
  'readline',
  'tls',
  'worker_threads',
  'zlib',
];

process.on('exit', () => {
  const files = Object.keys(require.cache)
    .filter((path) => basename(dirname(path)) === 'dist')
    .map((path) => basename(path, '.js').replace(/-[\w-]{8}$/, ''));
  const modules = costly.filter((name) => process.moduleLoadList.includes(`NativeModule ${name}`));
  writeFileSync(process.env.LOADED, JSON.stringify([...files, ...modules]));
});
