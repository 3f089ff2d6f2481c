// On Windows, reading the title of a console without one aborts Node 22 and 24. This does the same on every system.
Object.defineProperty(process, 'title', { get: () => process.abort(), enumerable: true });
