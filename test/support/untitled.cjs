// On Windows, to read the title of a console that has none aborts Node 22 and 24: here it does so everywhere.
Object.defineProperty(process, 'title', { get: () => process.abort(), enumerable: true });
