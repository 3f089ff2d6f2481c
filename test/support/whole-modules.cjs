// Loaded before a file: nothing may be read from a module that is still being loaded, since it may not be there yet.
const Module = require('node:module');

const load = Module._load;

Module._load = (request, parent, isMain) => {
  const exports = load(request, parent, isMain);
  if (!/^\.\.?\//.test(request)) return exports;
  const name = Module._resolveFilename(request, parent);
  if (require.cache[name]?.loaded !== false) return exports;
  return new Proxy(exports, {
    get(_, key) {
      throw new Error(`${parent.filename} reads ${String(key)} from ${name}, which is still being loaded`);
    },
  });
};
