// Gives the console a title: vitest reads it, and reading one that isn't set aborts Node.js on Windows.
process.title = 'tests';
