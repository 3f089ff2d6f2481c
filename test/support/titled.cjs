// Gives the console a title: vitest asks for it, and to read one that is not there aborts Node.js on Windows.
process.title = 'tests';
